package dev.wsdoc.chaos.bystander;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a server that sends by itself has stopped doing so. */
class PushWatchTest {
    private static long ms(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Ticks, undisturbed, from one second on. */
    private static PushWatch ticking(int count, long every) {
        PushWatch watch = new PushWatch();
        for (int i = 0; i < count; i++) {
            watch.message(ms(1_000 + i * every), Disturbance.NONE);
        }
        return watch;
    }

    @ParameterizedTest(name = "every {0} ms, then none for {1} ms: stopped {2}, doubtful {3}")
    @CsvSource({
        "200, 300, false, false",
        "200, 700, false, true",
        "200, 2900, false, true",
        "200, 3100, true, false",
        "1000, 1900, false, false",
        "1000, 5900, false, true",
        "1000, 6100, true, false",
    })
    void stopsWhenNoneComesForSixTimesTheLongestGapAndThreeSeconds(
            long every, long silence, boolean stopped, boolean doubtful) {
        PushWatch watch = ticking(3, every);
        long now = ms(1_000 + 2 * every + silence);

        assertThat(watch.hasStopped(now)).isEqualTo(stopped);
        assertThat(watch.isDoubtful(now)).isEqualTo(doubtful);
    }

    @Test
    void twoMessagesAreNoStream() {
        PushWatch watch = ticking(2, 200);

        assertThat(watch.isStream()).isFalse();
        assertThat(watch.hasStopped(ms(60_000))).isFalse();
    }

    @Test
    void whatComesWhileOthersComeOrGoIsNoStream() {
        PushWatch watch = new PushWatch();
        for (int i = 0; i < 10; i++) {
            watch.message(ms(i), i < 5 ? Disturbance.OPENING : Disturbance.CHAOS);
        }

        assertThat(watch.isStream()).isFalse();
    }

    @Test
    void whatComesDuringTheChaosKeepsItAlive() {
        PushWatch watch = ticking(5, 200);
        watch.message(ms(20_000), Disturbance.CHAOS);

        assertThat(watch.hasStopped(ms(21_000))).isFalse();
        assertThat(watch.gap()).isEqualTo(ms(200));
    }
}
