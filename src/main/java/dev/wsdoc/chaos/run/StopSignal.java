package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.plan.ExperimentClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When the experiment must come to an end: the user wants it to, or its time limit is over. Asked by the supervisor, who
 * holds it from outside, and obeyed by the experiment's thread. Thread-safe.
 */
final class StopSignal {
    private final ExperimentClock clock;
    private final long start;
    private volatile Duration limit;
    private volatile @Nullable String reason;

    StopSignal(ExperimentClock clock, Duration limit) {
        this.clock = clock;
        this.start = clock.nanos();
        this.limit = limit;
    }

    /** The whole experiment may take so long. */
    void within(Duration other) {
        limit = other;
    }

    /** Why it must end; null while it may go on. */
    @Nullable
    String reason() {
        if (reason == null && clock.isInterrupted()) {
            reason = "interrupted";
        }
        if (reason == null && clock.nanos() - start >= limit.toNanos()) {
            reason = "the time limit of " + limit.toSeconds() + " s (--timeout) is over";
        }
        return reason;
    }

    /** Whether it may go on for so long. */
    boolean hasTimeFor(Duration more) {
        return clock.nanos() - start + more.toNanos() < limit.toNanos();
    }

    /** It is to end, for this reason. */
    void ask(String why) {
        reason = why;
    }

    /**
     * Goes on only if that is wanted.
     *
     * @throws InterruptedRunException when it must end
     */
    void check() {
        String why = reason();
        if (why != null) {
            throw new InterruptedRunException(why);
        }
    }
}
