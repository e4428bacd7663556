package dev.wsdoc.report;

import dev.wsdoc.verdict.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same chaos on two servers, side by side.
 *
 * @param reductionPercent by how much the unexpected errors became fewer, 0 to 100 (negative when they became more);
 *     null when there were none before
 */
public record Comparison(
        int schemaVersion,
        long seed,
        Side before,
        Side after,
        @Nullable Double reductionPercent) {

    /** Of the JSON form. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * One server.
     *
     * @param linesByLevel log lines
     * @param unexpectedErrorLines log entries that call something an unexpected error
     * @param retries sends that were tried again
     * @param leftBehind connections still listed after every client was gone
     * @param faults what became of the victims
     */
    public record Side(
            String server,
            Verdict verdict,
            Map<String, Long> linesByLevel,
            long unexpectedErrorLines,
            long retries,
            int leftBehind,
            List<FaultFigures> faults) {
        public Side {
            faults = List.copyOf(faults);
            linesByLevel = Collections.unmodifiableMap(new LinkedHashMap<>(linesByLevel));
        }
    }

    /** Compares the two. */
    public static Comparison of(long seed, Side before, Side after) {
        Double reduction = before.unexpectedErrorLines() == 0
                ? null
                : (Double) (100.0
                        * (before.unexpectedErrorLines() - after.unexpectedErrorLines())
                        / before.unexpectedErrorLines());
        return new Comparison(SCHEMA_VERSION, seed, before, after, reduction);
    }
}
