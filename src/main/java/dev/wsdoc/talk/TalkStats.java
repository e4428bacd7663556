package dev.wsdoc.talk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a talk came to so far.
 *
 * @param said messages that went out
 * @param saidBytes of their payload
 * @param heard messages that came
 * @param heardBytes of their payload
 * @param pings that the server sent
 * @param pongs that came
 * @param roundTrips null while there was none
 * @param age since it was open
 */
public record TalkStats(
        long said,
        long saidBytes,
        long heard,
        long heardBytes,
        long pings,
        long pongs,
        @Nullable RoundTrips roundTrips,
        Duration age) {

    /** Times until the first message or the pong after what was said, in nanoseconds. */
    public record RoundTrips(long count, long p50, long p99, long max) {}
}
