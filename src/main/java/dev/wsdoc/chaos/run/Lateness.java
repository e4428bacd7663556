package dev.wsdoc.chaos.run;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long a log is worth watching when everybody has left, by how late the server was before. Pure. */
final class Lateness {
    /** No log is watched longer without being asked to. */
    static final Duration AT_MOST = Duration.ofSeconds(30);

    private static final Duration USUAL = Duration.ofSeconds(3);

    /** From a time-out to what is logged of it. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    /** The time that servers mostly give a handler that does not end, once its client is gone. */
    private static final Duration HANDLERS_END_WITHIN = Duration.ofSeconds(10);

    private Lateness() {}

    /**
     * From the last goodbye.
     *
     * @param complaints so long after a client's end the log told of trouble with it, at the most; zero when it did not
     * @param isBehind whether the server still owed answers at the end: it is busy with what it was told before
     * @param pingIntervalMs from one of the server's pings to the next, after which it may miss who is gone; null when not known
     */
    static Duration watch(Duration complaints, boolean isBehind, @Nullable Long pingIntervalMs) {
        Duration pings = pingIntervalMs == null ? Duration.ZERO : Duration.ofMillis(pingIntervalMs);
        Duration handlers = isBehind ? HANDLERS_END_WITHIN : Duration.ZERO;
        Duration latest = Stream.of(complaints, pings, handlers)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(AFTERWARDS);
        return latest.compareTo(USUAL) < 0 ? USUAL : latest.compareTo(AT_MOST) < 0 ? latest : AT_MOST;
    }
}
