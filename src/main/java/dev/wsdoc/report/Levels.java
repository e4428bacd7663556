package dev.wsdoc.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The order of log levels in tables: the gravest first, names of other loggers and {@code none} last. */
final class Levels {
    private static final List<String> GRAVEST_FIRST = List.of(
            "EMERGENCY",
            "FATAL",
            "CRITICAL",
            "SEVERE",
            "ERROR",
            "WARNING",
            "WARN",
            "NOTICE",
            "INFO",
            "CONFIG",
            "DEBUG",
            "FINE",
            "TRACE",
            "FINER",
            "FINEST");

    private Levels() {}

    static List<String> sorted(Collection<String> levels) {
        return levels.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Levels::rank).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int rank(String level) {
        int rank = GRAVEST_FIRST.indexOf(level.toUpperCase(Locale.ROOT));
        return rank < 0 ? GRAVEST_FIRST.size() : rank;
    }

    /** The levels that occur in any category, sorted. */
    static List<String> of(Map<String, Map<String, Long>> byCategory) {
        return sorted(byCategory.values().stream()
                .flatMap(levels -> levels.keySet().stream())
                .toList());
    }
}
