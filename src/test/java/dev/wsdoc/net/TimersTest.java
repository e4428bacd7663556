package dev.wsdoc.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimersTest {
    private final Timers timers = new Timers();

    @Test
    void isDueAtItsDeadlineNotBefore() {
        Timer timer = timers.add(100, () -> {});

        assertThat(timers.untilNext(40)).isEqualTo(60);
        assertThat(timers.takeDue(99)).isNull();
        assertThat(timers.takeDue(100)).isSameAs(timer);
        assertThat(timers.untilNext(100)).isEqualTo(-1);
    }

    @Test
    void aCancelledTimerDoesNotShortenTheWait() {
        timers.add(10, () -> {}).cancel();
        timers.add(50, () -> {});

        assertThat(timers.untilNext(0)).isEqualTo(50);
    }

    @Test
    void keepsTheOrderWhenTheClockWraps() {
        Timer before = timers.add(Long.MAX_VALUE - 5, () -> {});
        Timer after = timers.add(Long.MIN_VALUE + 5, () -> {}); // ten nanoseconds later, wrapped

        assertThat(timers.takeDue(Long.MIN_VALUE + 6)).isSameAs(before);
        assertThat(timers.takeDue(Long.MIN_VALUE + 6)).isSameAs(after);
    }
}
