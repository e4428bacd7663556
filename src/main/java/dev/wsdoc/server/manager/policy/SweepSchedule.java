package dev.wsdoc.server.manager.policy;

import java.time.Duration;

/**
 * When passes run, and what is inactive.
 *
 * @param interval from one pass to the next
 * @param inactiveAfter without a word from the client, 0 for never
 */
public record SweepSchedule(Duration interval, Duration inactiveAfter) {
    private static final int INACTIVE_EVERY = 4;

    /** Inactive connections are looked for less often: every fourth interval, or once in the timeout if that is longer. */
    Duration inactiveInterval() {
        Duration fourth = interval.multipliedBy(INACTIVE_EVERY);
        return inactiveAfter.compareTo(fourth) < 0 ? interval : fourth;
    }
}
