package dev.wsdoc.server.setting;

import java.time.Duration;

/** Checks an option's value against its range; the message names the option, the value and the limit. */
final class Range {
    private Range() {}

    static void check(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(option + " " + value + " is not between " + least + " and " + most);
        }
    }

    static void check(String option, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    option + " " + text(value) + " is not between " + text(least) + " and " + text(most));
        }
    }

    /** Zero is allowed beside the range and means off. */
    static void checkOrOff(String option, Duration value, Duration least, Duration most) {
        if (!value.isZero()) {
            check(option, value, least, most);
        }
    }

    private static String text(Duration value) {
        return value.toMillis() % 1_000 == 0 ? value.toSeconds() + "s" : value.toMillis() + "ms";
    }
}
