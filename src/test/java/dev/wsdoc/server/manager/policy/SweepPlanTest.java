package dev.wsdoc.server.manager.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.manager.FakePeer;
import dev.wsdoc.server.manager.Parts;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepPlanTest {
    private static final SweepSchedule SCHEDULE = new SweepSchedule(Duration.ofSeconds(30), Duration.ofMinutes(10));

    private final Parts parts = new Parts();

    private SweepPlan plan(long now, long inactiveAt) {
        return SweepPlan.of(parts.registry.all(), parts.check, SCHEDULE, now, inactiveAt);
    }

    private Connection dead() {
        Connection connection = parts.open(new FakePeer());
        parts.ends.abnormal(connection, Ending.stale(Category.RESET, "gone"));
        return connection;
    }

    @Test
    void findsTheStaleAndComesBackAfterTheInterval() {
        parts.open(new FakePeer());
        Connection stale = dead();
        long now = parts.time.now();
        SweepPlan plan = plan(now, now + 1);
        assertThat(plan.stale()).containsExactly(stale);
        assertThat(plan.inactive()).isEmpty();
        assertThat(plan.nextAt()).isEqualTo(now + Duration.ofSeconds(30).toNanos());
        assertThat(plan.nextInactiveAt()).as("not due yet").isEqualTo(now + 1);
    }

    @Test
    void findsTheInactiveAtTheDeadlineNotBefore() {
        Connection silent = parts.open(new FakePeer());
        long opened = parts.time.now();
        long timeout = SCHEDULE.inactiveAfter().toNanos();
        assertThat(plan(opened + timeout - 1, opened).inactive()).isEmpty();
        assertThat(plan(opened + timeout, opened).inactive()).containsExactly(silent);
        silent.spoke(opened + 1);
        assertThat(plan(opened + timeout, opened).inactive()).isEmpty();
    }

    @Test
    void looksForTheInactiveLessOften() {
        long now = parts.time.now();
        assertThat(plan(now, now).nextInactiveAt())
                .isEqualTo(now + Duration.ofMinutes(2).toNanos());
        assertThat(new SweepSchedule(Duration.ofSeconds(30), Duration.ofSeconds(31)).inactiveInterval())
                .as("but often enough for a short timeout")
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void neverCallsAnyoneInactiveWhenThatIsOff() {
        parts.open(new FakePeer());
        SweepSchedule off = new SweepSchedule(Duration.ofSeconds(30), Duration.ZERO);
        long later = parts.time.now() + Duration.ofDays(300).toNanos();
        assertThat(SweepPlan.of(parts.registry.all(), parts.check, off, later, later)
                        .inactive())
                .isEmpty();
    }

    @Test
    void looksAtEachOfAHundredThousandOnce() {
        for (int i = 0; i < 100_000; i++) {
            if (i % 10 == 0) {
                dead();
            } else {
                parts.open(new FakePeer());
            }
        }
        List<Connection> looks = new ArrayList<>();
        StateCheck counting = new StateCheck() {
            @Override
            public boolean isConnected(Connection connection) {
                looks.add(connection);
                return parts.check.isConnected(connection);
            }

            @Override
            public String describe(Connection connection) {
                return parts.check.describe(connection);
            }
        };

        long now = parts.time.now();
        assertThat(SweepPlan.of(parts.registry.all(), counting, SCHEDULE, now, now)
                        .stale())
                .hasSize(10_000);
        assertThat(looks).hasSize(100_000).doesNotHaveDuplicates();
    }
}
