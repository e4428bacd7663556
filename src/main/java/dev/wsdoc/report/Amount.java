package dev.wsdoc.report;

import java.util.Locale;

/** Figures in words for people. */
public final class Amount {
    private static final double SECOND = 1_000;
    private static final double MINUTE = 60 * SECOND;

    private Amount() {}

    /** A duration with three digits or so, such as {@code 0.42 ms}, {@code 12.3 ms}, {@code 1.25 s}, {@code 3 min 20 s}. */
    public static String millis(double millis) {
        if (millis < 9.995) {
            return format("%.2f ms", millis);
        }
        if (millis < 99.95) {
            return format("%.1f ms", millis);
        }
        if (millis < 999.5) {
            return format("%.0f ms", millis);
        }
        if (millis < 9.995 * SECOND) {
            return format("%.2f s", millis / SECOND);
        }
        return millis < 59.95 * SECOND ? format("%.1f s", millis / SECOND) : minutes(millis);
    }

    private static String minutes(double millis) {
        long seconds = Math.round(millis / SECOND);
        if (millis < 60 * MINUTE) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        long hours = seconds / 3600;
        return hours < 48 ? hours + " h " + seconds % 3600 / 60 + " min" : hours / 24 + " d " + hours % 24 + " h";
    }

    /** A count and its noun, such as {@code 1 line} or {@code 3 lines}. */
    public static String of(long count, String singular) {
        return of(count, singular, singular + "s");
    }

    /** The same for a noun whose plural has no bare s, such as {@code 1 entry} or {@code 3 entries}. */
    public static String of(long count, String singular, String plural) {
        return count + " " + word(count, singular, plural);
    }

    /** A part of several, such as {@code 1 of 1 message} or {@code 1 of 3 messages}. */
    public static String share(long part, long all, String singular) {
        return part + " of " + of(all, singular);
    }

    /** The word that goes with a count, such as {@code is} with 1 and {@code are} with any other. */
    public static String word(long count, String singular, String plural) {
        return count == 1 ? singular : plural;
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
