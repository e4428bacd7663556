package dev.wsdoc.chaos.bystander;

import java.util.concurrent.TimeUnit;

/**
 * When messages came to one client that it had not asked for: prices, ticks, whatever a server sends by itself. While nothing is done
 * to anybody it is seen how far apart they are; whether they stop is seen afterwards. Owned by the client's loop.
 */
final class PushWatch {
    private static final int FEWEST = 3;
    private static final int GAPS = 6;
    private static final int GAPS_TO_DOUBT = 2;
    private static final long SHORTEST_SILENCE = TimeUnit.SECONDS.toNanos(3);
    private static final long SHORTEST_DOUBT = TimeUnit.MILLISECONDS.toNanos(500);

    private boolean isHeard;
    private int undisturbed;
    private long longestGap;
    private long lastAt;

    /** One came. */
    void message(long now, Disturbance disturbance) {
        if (disturbance == Disturbance.NONE) {
            longestGap = undisturbed == 0 ? 0 : Math.max(longestGap, now - lastAt);
            undisturbed++;
        }
        isHeard = true;
        lastAt = now;
    }

    /** Whether any came at all. */
    boolean isHeard() {
        return isHeard;
    }

    /** Whether they kept coming while nothing was done to anybody: three at least. */
    boolean isStream() {
        return undisturbed >= FEWEST;
    }

    /** The longest time between two of them then, in ns. */
    long gap() {
        return longestGap;
    }

    /** How long none has come, in ns. */
    long silence(long now) {
        return now - lastAt;
    }

    /** Whether a stream has stopped: none for six times as long as ever before, and for 3 s. */
    boolean hasStopped(long now) {
        return isStream() && silence(now) > Math.max(GAPS * longestGap, SHORTEST_SILENCE);
    }

    /** Whether a stream may have stopped, which the next seconds will tell. */
    boolean isDoubtful(long now) {
        return isStream() && !hasStopped(now) && silence(now) > Math.max(GAPS_TO_DOUBT * longestGap, SHORTEST_DOUBT);
    }
}
