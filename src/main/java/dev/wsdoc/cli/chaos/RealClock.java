package dev.wsdoc.cli.chaos;

import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.cli.command.Interruption;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Real time, until the user interrupts. */
record RealClock(Interruption interruption) implements ExperimentClock {
    private static final long BREATH_NANOS = 2_000_000;

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant wall() {
        return Instant.now();
    }

    @Override
    public void breathe() {
        LockSupport.parkNanos(BREATH_NANOS);
    }

    @Override
    public boolean isInterrupted() {
        return interruption.isAsked();
    }
}
