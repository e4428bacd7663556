package dev.wsdoc.chaos.observe;

import dev.wsdoc.logaudit.Quotation;
import dev.wsdoc.logaudit.rule.Judged;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts log entries of one kind and keeps the first and the last few of them to quote. */
public final class LogSamples {
    private static final int KEPT = 5;

    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();
    private final Map<String, Long> byCause = new LinkedHashMap<>();
    private long count;

    /**
     * Counts one more.
     *
     * @param prefix names the log when there are several; empty when there is one
     * @param cause what the entry is put down to
     */
    public void add(Judged judged, String prefix, String cause) {
        count++;
        byCause.merge(cause, 1L, Long::sum);
        String quote = prefix + Quotation.line(judged.entry());
        if (first.size() < KEPT) {
            first.add(quote);
        }
        last.addLast(quote);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /** What was counted until now. */
    LogSamples copy() {
        LogSamples copy = new LogSamples();
        copy.first.addAll(first);
        copy.last.addAll(last);
        copy.byCause.putAll(byCause);
        copy.count = count;
        return copy;
    }

    public long count() {
        return count;
    }

    /** How many by what they are put down to, such as {@code abrupt 3, drop 1}. */
    public String byCause() {
        return byCause.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The first few. */
    public List<String> quoted() {
        return List.copyOf(first);
    }

    /** The newest few. */
    public List<String> newest() {
        return List.copyOf(last);
    }
}
