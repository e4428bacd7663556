package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.plan.ExperimentClock;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks again until an answer is as expected: a server may take a moment to get there. Blocks; for the threads of probes. */
record Settling(ExperimentClock clock) {
    /** The first answer as expected, or the newest when the time is up; null when there was none. */
    <T> @Nullable T await(Duration limit, Supplier<@Nullable T> question, Predicate<T> expected) {
        long end = clock.nanos() + limit.toNanos();
        T newest = question.get();
        while ((newest == null || !expected.test(newest)) && clock.nanos() - end < 0 && isWanted()) {
            clock.breathe();
            T now = question.get();
            newest = now == null ? newest : now;
        }
        return newest;
    }

    /** The probe's thread is interrupted when it is closed. */
    private static boolean isWanted() {
        return !Thread.currentThread().isInterrupted();
    }
}
