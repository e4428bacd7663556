package dev.wsdoc.chaos.observe;

import dev.wsdoc.report.LogFigures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the log said.
 *
 * @param unexpected entries that call something an unexpected error, or are one
 * @param loud expected disconnects at WARN or ERROR
 * @param raised expected disconnects at INFO
 * @param keptOn entries that tell of a disconnect or of trouble although the dead were cleaned away, at any level
 * @param growth by how much it grew because of the faults
 * @param linesByCause lines by the fault that they were put down to
 * @param lastWords of each log the last incident, or its newest few lines
 * @param remarks what is to be known of how the logs were read
 * @param failure why one of the logs could not be read or written; null when all could
 * @param watchedFor how long it was watched when all was over
 */
public record LogSeen(
        LogFigures figures,
        LogSamples unexpected,
        LogSamples loud,
        LogSamples raised,
        LogSamples keptOn,
        Growth growth,
        Map<String, Long> linesByCause,
        List<String> lastWords,
        List<String> remarks,
        @Nullable String failure,
        Duration watchedFor) {

    /**
     * By how much a log grew, but for what tells of no fault.
     *
     * @param lines that were read, but for what was said at DEBUG and tells of no disconnect
     * @param bytes that were read, about, whatever they tell of
     * @param unread bytes that nobody read: it was a flood by then
     * @param entries those that it grew by, as far as they were judged
     */
    public record Growth(long lines, long bytes, long unread, LogSamples entries) {
        /** It did not grow. */
        public static final Growth NONE = new Growth(0, 0, 0, new LogSamples());

        Growth plus(long moreLines, long moreBytes, long moreUnread) {
            return new Growth(lines + moreLines, bytes + moreBytes, unread + moreUnread, entries);
        }

        Growth by(LogSamples those) {
            return new Growth(lines, bytes, unread, those);
        }

        /** Bytes, read or not. */
        public long size() {
            return bytes + unread;
        }
    }

    public LogSeen {
        linesByCause = Map.copyOf(linesByCause);
        lastWords = List.copyOf(lastWords);
        remarks = List.copyOf(remarks);
    }

    /** A log that said nothing remarkable. */
    public static LogSeen of(LogFigures figures) {
        LogSamples none = new LogSamples();
        return new LogSeen(
                figures, none, none, none, none, Growth.NONE, Map.of(), List.of(), List.of(), null, Duration.ZERO);
    }

    public LogSeen saying(LogSamples errors, LogSamples loudly, LogSamples aloud) {
        return new LogSeen(
                figures, errors, loudly, aloud, keptOn, growth, linesByCause, lastWords, remarks, failure, watchedFor);
    }

    public LogSeen keepingOn(LogSamples samples) {
        return new LogSeen(
                figures,
                unexpected,
                loud,
                raised,
                samples,
                growth,
                linesByCause,
                lastWords,
                remarks,
                failure,
                watchedFor);
    }

    public LogSeen growing(Growth by, Map<String, Long> lines) {
        return new LogSeen(
                figures, unexpected, loud, raised, keptOn, by, lines, lastWords, remarks, failure, watchedFor);
    }

    public LogSeen read(List<String> words, List<String> remarked, @Nullable String why, Duration watched) {
        return new LogSeen(
                figures, unexpected, loud, raised, keptOn, growth, linesByCause, words, remarked, why, watched);
    }

    /** Lines that were put down to this fault, and to no other. */
    public long linesOf(String fault) {
        return linesByCause.getOrDefault(fault, 0L);
    }
}
