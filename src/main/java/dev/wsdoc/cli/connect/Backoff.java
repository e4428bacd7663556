package dev.wsdoc.cli.connect;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long to wait before the next attempt: twice as long each time, and less by chance, so that many clients do not come at once. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 6;

    private final SplittableRandom random;
    private int attempts;

    Backoff(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Between half of the time and all of it. */
    Duration next() {
        long full = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempts++, DOUBLINGS));
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    /** It went well: the next time begins anew. */
    void reset() {
        attempts = 0;
    }
}
