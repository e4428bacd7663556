package dev.wsdoc.chaos.plan;

import java.time.Instant;

/** The experiment's clock and its breath between two looks at the server. */
public interface ExperimentClock {
    /** Monotonic nanoseconds, the clock of {@link System#nanoTime}. */
    long nanos();

    /** The time of day, the clock that servers on this machine stamp their answers with. */
    Instant wall();

    /** Lets a few milliseconds go by. */
    void breathe();

    /** Whether the user wants the experiment to end now. */
    boolean isInterrupted();
}
