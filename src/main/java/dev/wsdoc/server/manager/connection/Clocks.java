package dev.wsdoc.server.manager.connection;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The two clocks: monotonic nanoseconds to measure by, the calendar to tell others. */
public record Clocks(LongSupplier nanos, InstantSource wall) {
    public long now() {
        return nanos.getAsLong();
    }

    public Instant instant() {
        return wall.instant();
    }

    /** Whole milliseconds from {@code then} to now. */
    public long millisSince(long then) {
        return TimeUnit.NANOSECONDS.toMillis(now() - then);
    }
}
