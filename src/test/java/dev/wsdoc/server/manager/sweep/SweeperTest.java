package dev.wsdoc.server.manager.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.FakePeer;
import dev.wsdoc.server.manager.Parts;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ending;
import dev.wsdoc.server.manager.policy.CleanupFailedException;
import dev.wsdoc.server.manager.policy.SweepPlan;
import dev.wsdoc.server.manager.policy.SweepSchedule;
import dev.wsdoc.server.manager.policy.Sweeping;
import dev.wsdoc.server.setting.Behaviour.BackgroundSweep;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class SweeperTest {
    private static final SweepSchedule SCHEDULE = new SweepSchedule(Duration.ofSeconds(30), Duration.ofMinutes(10));

    private final Parts parts = new Parts();

    private Sweeper sweeper(Sweeping sweeping, BackgroundSweep background) {
        Sweeper sweeper = new Sweeper(
                parts.registry,
                sweeping,
                SCHEDULE,
                background,
                parts.ends,
                parts.time,
                parts.time.clocks(),
                NOPLogger.NOP_LOGGER);
        sweeper.start();
        return sweeper;
    }

    private void dead() {
        parts.ends.abnormal(parts.open(new FakePeer()), Ending.stale(Category.RESET, "gone"));
    }

    @Test
    void sweepsAtTheDeadlineNotBefore() {
        sweeper(new ThoroughSweeping(parts.check), BackgroundSweep.ON);
        dead();
        parts.time.advance(Duration.ofMillis(29_999));
        assertThat(parts.registry.all()).hasSize(1);
        parts.time.advance(Duration.ofMillis(1));
        assertThat(parts.registry.all()).isEmpty();
        dead();
        parts.time.advance(Duration.ofSeconds(30));
        assertThat(parts.counters.removals()).containsEntry(RemovalPath.SWEPT, 2L);
    }

    @Test
    void doesNotSweepByItselfWhenThatIsOff() throws CleanupFailedException {
        Sweeper sweeper = sweeper(new ThoroughSweeping(parts.check), BackgroundSweep.OFF);
        dead();
        parts.time.advance(Duration.ofHours(1));
        assertThat(parts.registry.all()).hasSize(1);
        assertThat(sweeper.cleanup()).isOne();
        assertThat(parts.counters.removals()).containsEntry(RemovalPath.CLEANED, 1L);
    }

    @Test
    void comesAgainAfterAPassThatFailed() {
        Sweeping clumsy = new ThoroughSweeping(parts.check) {
            private boolean failed;

            @Override
            public int removeStale(SweepPlan plan, RemovalPath path, BiConsumer<Connection, RemovalPath> remove)
                    throws CleanupFailedException {
                if (!failed) {
                    failed = true;
                    throw new IllegalStateException("a bug");
                }
                return super.removeStale(plan, path, remove);
            }
        };
        Sweeper sweeper = sweeper(clumsy, BackgroundSweep.ON);
        dead();
        parts.time.advance(Duration.ofSeconds(30));
        assertThat(sweeper.snapshot().failures()).isOne();
        parts.time.advance(Duration.ofSeconds(30));
        assertThat(sweeper.snapshot().staleRemoved()).isOne();
    }

    @Test
    void closesTheInactiveWith1001() {
        sweeper(new ThoroughSweeping(parts.check), BackgroundSweep.ON);
        FakePeer peer = new FakePeer();
        parts.open(peer);
        parts.time.advance(Duration.ofMinutes(12));
        assertThat(peer.partedWith).isEqualTo(1001);
        assertThat(parts.counters.removals()).containsEntry(RemovalPath.INACTIVE, 1L);
    }
}
