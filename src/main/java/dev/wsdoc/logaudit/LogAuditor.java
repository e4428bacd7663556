package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.parse.EntryBuilder;
import dev.wsdoc.logaudit.rule.Judge;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import dev.wsdoc.logaudit.source.LinePrefix;
import dev.wsdoc.logaudit.source.SourcedLine;
import java.util.function.Consumer;

/**
 * Reads one log line by line, puts the lines together to entries, those of each source apart, and judges each. Not thread-safe; one per
 * log. An entry is known to be complete only when the next one of its source begins, or by {@link #flush}; what comes of it even later
 * is still its own and begins no other.
 */
public final class LogAuditor {
    private final Lanes lanes;
    private long lineNumber;

    public LogAuditor(Rules rules, Consumer<Judged> sink) {
        Judge judge = new Judge(rules);
        this.lanes = new Lanes(complete -> sink.accept(judge.judge(complete)));
    }

    /** One complete line without its terminator, of any content; a carriage return at its end is dropped. */
    public void line(String line) {
        lineNumber++;
        SourcedLine sourced = LinePrefix.strip(withoutReturn(line));
        lanes.of(sourced.source(), lineNumber).line(lineNumber, sourced);
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The open entries are complete: the log has ended or fell quiet. */
    public void flush() {
        lanes.flush();
    }

    /** A line that is not to be looked at; what came before it is complete. */
    public void skipLine() {
        flush();
        lineNumber++;
    }

    /** Number of the line that the newest entry which is not complete yet began with; 0 when there is none. */
    public long openLine() {
        return lanes.open().mapToLong(EntryBuilder::firstLine).max().orElse(0);
    }

    /** Whether there is an entry whose newest line asks for more: silence alone does not end it so soon. */
    public boolean asksForMore() {
        return lanes.open().anyMatch(EntryBuilder::asksForMore);
    }

    /** Whether there is an entry that is not complete and tells of trouble. */
    public boolean isInTrouble() {
        return lanes.open().anyMatch(entry -> entry.hasTrace() || entry.isLoud());
    }
}
