package dev.wsdoc.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the victims of one fault.
 *
 * @param opened victims that were connected
 * @param inflicted victims on which the fault was inflicted
 * @param noticed victims of which the server showed that it knows; null when nothing could show it
 * @param detectMs time from the fault to the notice; null when nothing was timed
 * @param noticedBy victims by the path by which the server noticed, such as {@code cleaned} or {@code no_pong}
 * @param logLines lines of the log that were put down to this fault alone; null without a log
 */
public record FaultFigures(
        String fault,
        int opened,
        int inflicted,
        @Nullable Integer noticed,
        @Nullable Quantiles detectMs,
        Map<String, Integer> noticedBy,
        @Nullable Long logLines) {

    public FaultFigures {
        noticedBy = Collections.unmodifiableMap(new LinkedHashMap<>(noticedBy));
    }
}
