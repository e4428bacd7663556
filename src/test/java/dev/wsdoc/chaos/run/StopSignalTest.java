package dev.wsdoc.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.chaos.FakeTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopSignalTest {
    private final FakeTime time = new FakeTime();
    private final StopSignal stop = new StopSignal(time, Duration.ofSeconds(10));

    @Test
    void stopsAtTheLimitNotBefore() {
        time.passes(Duration.ofSeconds(10).minusNanos(1));
        assertThatCode(stop::check).doesNotThrowAnyException();

        time.passes(Duration.ofNanos(1));
        assertThatThrownBy(stop::check)
                .isInstanceOf(InterruptedRunException.class)
                .hasMessage("the time limit of 10 s (--timeout) is over");
    }

    @Test
    void theLimitMayBecomeKnownLater() {
        stop.within(Duration.ofSeconds(60));
        time.passes(Duration.ofSeconds(59));
        assertThat(stop.reason()).isNull();

        stop.within(Duration.ofSeconds(20));
        assertThat(stop.reason()).contains("20 s");
    }

    @Test
    void knowsWhetherThereIsTimeForMore() {
        time.passes(Duration.ofSeconds(4));

        assertThat(stop.hasTimeFor(Duration.ofMillis(5_999))).isTrue();
        assertThat(stop.hasTimeFor(Duration.ofSeconds(6))).isFalse();
    }

    @Test
    void whoInterruptsIsObeyedAtOnceAndTheFirstReasonStays() {
        time.interrupt();
        assertThat(stop.reason()).isEqualTo("interrupted");

        time.passes(Duration.ofSeconds(60));
        assertThat(stop.reason()).isEqualTo("interrupted");
    }

    @Test
    void endsForWhateverReasonItIsGiven() {
        stop.ask("somebody said so");

        assertThatThrownBy(stop::check).hasMessage("somebody said so");
    }
}
