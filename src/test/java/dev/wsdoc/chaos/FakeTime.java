package dev.wsdoc.chaos;

import dev.wsdoc.chaos.plan.ExperimentClock;
import java.time.Duration;
import java.time.Instant;

/** Time that goes on only when somebody breathes or the test says so: a millisecond a breath. */
public final class FakeTime implements ExperimentClock {
    private long nanos = 1_000;
    private boolean interrupted;

    public void passes(Duration time) {
        nanos += time.toNanos();
    }

    public void interrupt() {
        interrupted = true;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant wall() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public void breathe() {
        nanos += 1_000_000;
    }

    @Override
    public boolean isInterrupted() {
        return interrupted;
    }
}
