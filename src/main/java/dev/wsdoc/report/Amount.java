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
        return count + " " + singular + (count == 1 ? "" : "s");
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
