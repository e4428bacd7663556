package dev.wsdoc.chaos.observe;

import dev.wsdoc.report.LogFigures;
import java.util.List;
import java.util.Map;

/**
 * What the log said.
 *
 * @param unexpected entries that call something an unexpected error, or are one
 * @param loud expected disconnects at WARN or ERROR
 * @param raised expected disconnects at INFO
 * @param stirring entries that tell of a disconnect or of trouble, at any level
 * @param linesByCause lines by the name of the fault whose round they came in
 * @param lastWords the newest few lines of each log
 * @param remarks what is to be known of how the logs were read
 */
public record LogSeen(
        LogFigures figures,
        LogSamples unexpected,
        LogSamples loud,
        LogSamples raised,
        LogSamples stirring,
        Map<String, Long> linesByCause,
        List<String> lastWords,
        List<String> remarks) {

    public LogSeen {
        linesByCause = Map.copyOf(linesByCause);
        lastWords = List.copyOf(lastWords);
        remarks = List.copyOf(remarks);
    }

    public long linesOf(String fault) {
        return linesByCause.getOrDefault(fault, 0L);
    }
}
