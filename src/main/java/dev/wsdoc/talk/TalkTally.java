package dev.wsdoc.talk;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts what is said and heard, and how long answers take. Owned by the talk's loop. */
final class TalkTally {
    private static final long LONGEST = TimeUnit.HOURS.toNanos(1);

    private final Histogram roundTrips = new Histogram(LONGEST, 3);
    private long said;
    private long saidBytes;
    private long heard;
    private long heardBytes;
    private long awaitedSince; // 0 while nothing is

    void said(int bytes, long now) {
        said++;
        saidBytes += bytes;
        awaitedSince = now | 1;
    }

    /** Returns the nanoseconds since what was said last, or {@link TalkListener#NO_ROUND_TRIP}. */
    long heard(int bytes, long now) {
        heard++;
        heardBytes += bytes;
        if (awaitedSince == 0) {
            return TalkListener.NO_ROUND_TRIP;
        }
        long took = tookSince(awaitedSince, now);
        awaitedSince = 0;
        return took;
    }

    /** Returns the nanoseconds since then. */
    long tookSince(long then, long now) {
        long took = Math.max(0, now - then);
        roundTrips.recordValue(Math.min(took, LONGEST));
        return took;
    }

    TalkStats stats(long pings, long pongs, Duration age) {
        long count = roundTrips.getTotalCount();
        TalkStats.RoundTrips times = count == 0
                ? null
                : new TalkStats.RoundTrips(
                        count,
                        roundTrips.getValueAtPercentile(50),
                        roundTrips.getValueAtPercentile(99),
                        roundTrips.getMaxValue());
        return new TalkStats(said, saidBytes, heard, heardBytes, pings, pongs, times, age);
    }
}
