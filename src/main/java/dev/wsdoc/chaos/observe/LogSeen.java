package dev.wsdoc.chaos.observe;

import dev.wsdoc.report.LogFigures;
import java.util.Map;

/**
 * What the log said.
 *
 * @param unexpected entries that call something an unexpected error, or are one
 * @param loud expected disconnects at WARN or ERROR
 * @param raised expected disconnects at INFO
 * @param stirring entries that tell of a disconnect or of trouble, at any level
 * @param linesByCause lines by the name of the fault whose round they came in
 */
public record LogSeen(
        LogFigures figures,
        LogSamples unexpected,
        LogSamples loud,
        LogSamples raised,
        LogSamples stirring,
        LogWatch.Falling falling,
        Map<String, Long> linesByCause) {

    public long linesOf(String fault) {
        return linesByCause.getOrDefault(fault, 0L);
    }
}
