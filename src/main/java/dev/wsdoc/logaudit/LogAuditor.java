package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.parse.EntryBuilder;
import dev.wsdoc.logaudit.parse.Head;
import dev.wsdoc.logaudit.parse.HeadParser;
import dev.wsdoc.logaudit.parse.HeadStyle;
import dev.wsdoc.logaudit.parse.LinePrefix;
import dev.wsdoc.logaudit.parse.LineShape;
import dev.wsdoc.logaudit.rule.Judge;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one log line by line, puts the lines together to entries and judges each. Not thread-safe; one per log. An entry is known to
 * be complete only when the next one begins, or by {@link #flush}; what comes of it even later is still its own and begins no other.
 */
public final class LogAuditor {
    private final Judge judge;
    private final Consumer<Judged> sink;
    private @Nullable EntryBuilder current;
    private @Nullable EntryBuilder last; // the newest that is complete
    private @Nullable EntryBuilder traced; // the newest complete one with a stack trace
    private @Nullable EntryBuilder resumed; // the complete one that the newest lines went on with
    private long lineNumber;

    /** Heads against unformatted lines that belong to no entry: where the latter prevail, column 0 proves no continuation. */
    private int formattedSurplus;

    public LogAuditor(Rules rules, Consumer<Judged> sink) {
        this.judge = new Judge(rules);
        this.sink = sink;
    }

    /** One complete line without its terminator, of any content; a carriage return at its end is dropped. */
    public void line(String line) {
        lineNumber++;
        String decorated = withoutReturn(line);
        String bare = LinePrefix.strip(decorated);
        if (LineShape.isBlank(bare)) {
            if (current != null) {
                current.blank();
            }
            return;
        }
        Head head = HeadParser.parse(bare);
        if (head != null && !isAwaitedException(bare)) {
            headed(decorated, bare, head);
        } else if (isLate(decorated, bare)) {
            return; // the rest of an entry that was judged already
        } else if (current != null
                && continues(current, bare)
                && !current.isOfAnother(LinePrefix.source(decorated, bare))) {
            current.add(bare);
        } else {
            begin(decorated, bare, new Head(null, bare, HeadStyle.BARE));
        }
    }

    /** The current entry is complete: the log has ended or fell quiet. */
    public void flush() {
        if (current != null) {
            EntryBuilder complete = current;
            current = null;
            last = complete;
            traced = complete.hasTrace() ? complete : traced;
            sink.accept(judge.judge(complete));
        }
    }

    /** A line that is not to be looked at; what came before it is complete. */
    public void skipLine() {
        flush();
        lineNumber++;
    }

    /** Number of the line that the entry which is not complete yet began with; 0 when there is none. */
    public long openLine() {
        return current == null ? 0 : current.firstLine();
    }

    /** Whether there is an entry whose newest line asks for more: silence alone does not end it so soon. */
    public boolean asksForMore() {
        return current != null && current.asksForMore();
    }

    /** Whether there is such an entry, and it tells of trouble. */
    public boolean isInTrouble() {
        return current != null && (current.hasTrace() || current.isLoud());
    }

    /** Whether the line goes on with an entry that was complete: after a pause, or behind another one that has no trace. */
    private boolean isLate(String decorated, String line) {
        EntryBuilder past = resumed != null ? resumed : current == null ? last : traced;
        if (past == null || past.isOfAnother(LinePrefix.source(decorated, line)) || !resumes(past, line)) {
            resumed = null;
            return false;
        }
        resumed = past;
        return true;
    }

    private boolean resumes(EntryBuilder past, String line) {
        EntryBuilder open = current;
        if (open == null || past == resumed) {
            return past.goesOnAfterAll(line);
        }
        return LineShape.isJvmFrame(line) && !open.mayBearTrace();
    }

    /** The exception at the end of a Python traceback may look like a level word: {@code error: [Errno 9] ...}. */
    private boolean isAwaitedException(String line) {
        return current != null && current.awaitsException() && Character.isLetter(line.charAt(0));
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private void headed(String decorated, String line, Head head) {
        resumed = null;
        formattedSurplus = Math.min(1000, formattedSurplus + 1);
        if (current != null && current.awaitsLevel() && head.style() == HeadStyle.LEVEL_WORD) {
            current.addLevelLine(line, head);
        } else {
            begin(decorated, line, head);
        }
    }

    private void begin(String decorated, String line, Head head) {
        flush();
        current = new EntryBuilder(lineNumber, decorated, line, head);
    }

    private boolean continues(EntryBuilder entry, String line) {
        if (entry.style.isOneLine()) {
            return false;
        }
        if (LineShape.isIndented(line) || entry.awaitsException() || entry.isDying()) {
            return true;
        }
        if (line.startsWith(LineShape.TRACEBACK)) {
            return entry.style != HeadStyle.LEVEL_WORD || entry.isTrouble();
        }
        return LineShape.isConnector(line) || continuesText(entry, line);
    }

    private boolean continuesText(EntryBuilder entry, String line) {
        boolean exception = LineShape.isException(line) || (entry.isLoud() && line.startsWith("Error: "));
        if (exception && entry.style == HeadStyle.BARE) {
            return entry.announcesException();
        }
        if (exception && (entry.endsWithContext() || (entry.isHeadOnly() && entry.style != HeadStyle.LEVEL_WORD))) {
            return true;
        }
        if (entry.style == HeadStyle.TEXT_FOLLOWS || entry.endsOpen() || entry.endsWithException()) {
            return true;
        }
        boolean printsPrevail = formattedSurplus < 0;
        if (entry.style == HeadStyle.JAVA && !printsPrevail) {
            return true;
        }
        formattedSurplus = Math.max(-1000, formattedSurplus - 1);
        return false;
    }
}
