package dev.wsdoc.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server's log said during the experiment.
 *
 * @param source where it was read from
 * @param lines lines read
 * @param entries log entries these make
 * @param byLevel lines by level; {@code none} where the format has no level
 * @param byCategory entries by level and category: category to level to count; {@code NONE} for entries that tell of
 *     no disconnect
 * @param unexpectedErrorLines entries that call something an unexpected error, or are one
 * @param offending the first entries that made a check fail, quoted
 */
public record LogFigures(
        String source,
        long lines,
        long entries,
        Map<String, Long> byLevel,
        Map<String, Map<String, Long>> byCategory,
        long unexpectedErrorLines,
        List<String> offending) {

    public LogFigures {
        byLevel = Collections.unmodifiableMap(new LinkedHashMap<>(byLevel));
        Map<String, Map<String, Long>> categories = new LinkedHashMap<>();
        byCategory.forEach((category, levels) ->
                categories.put(category, Collections.unmodifiableMap(new LinkedHashMap<>(levels))));
        byCategory = Collections.unmodifiableMap(categories);
        offending = List.copyOf(offending);
    }
}
