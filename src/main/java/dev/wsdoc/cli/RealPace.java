package dev.wsdoc.cli;

import dev.wsdoc.chaos.Pace;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Real time, until the user interrupts. */
record RealPace(Interruption interruption) implements Pace {
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
