package dev.wsdoc.checkup.plan;

import java.time.Duration;

/**
 * How often something is done.
 *
 * @param count 1 to 100,000
 * @param every from one beginning to the next, 0 to 1 h
 */
public record Series(int count, Duration every) {
    /** Once. */
    public static final Series ONCE = new Series(1, Duration.ZERO);

    private static final int MOST = 100_000;

    /** @throws IllegalArgumentException with one line that names option, value and limit */
    public Series {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("-n " + count + " is not between 1 and " + MOST);
        }
        if (every.isNegative() || every.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("--every is not between 0ms and 1h");
        }
    }
}
