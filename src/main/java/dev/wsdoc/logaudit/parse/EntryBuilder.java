package dev.wsdoc.logaudit.parse;

import dev.wsdoc.logaudit.LogAuditor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entry that is being read: what its lines say, and what they tell about the lines to come. Mutable, owned by its
 * {@link LogAuditor}.
 */
public final class EntryBuilder {
    private static final int ORIGIN_LIMIT = 2 * 1024;

    /** In place of a message of several lines. */
    private static final String PAYARAS_BRACKETS = "[[";

    public final HeadStyle style;
    private final long firstLine;
    private final String decorated;
    private final String first;
    private final List<String> rest = new ArrayList<>();
    private final @Nullable String detail;
    private @Nullable Level level;
    private String text;
    private String last;
    private int lines = 1;
    private int headLines = 1;
    private int blanks;

    /** Characters of the whole entry, counted up to the limit. */
    private int length;

    private boolean trace;

    /** Inside a Python traceback whose exception is still to come. */
    private boolean awaitsException;

    /** How far that traceback is indented: some layouts indent whole entries. */
    private int margin;

    /** Where a program died, everything until the next head belongs to it. */
    private boolean dying;

    /** {@code rawLine} is free of the decoration that {@code decorated} has. */
    public EntryBuilder(long line, String decorated, String rawLine, Head head) {
        firstLine = line;
        this.decorated = decorated;
        first = rawLine.substring(0, Math.min(rawLine.length(), LogEntry.RAW_LIMIT));
        last = first;
        length = first.length();
        style = head.style();
        level = head.level();
        text = head.text();
        detail = head.detail();
        trace = detail != null && CauseChain.bearsTrace(detail);
        note(rawLine);
        dying |= LineShape.isCrashSite(rawLine) || rawLine.startsWith("panic: ");
    }

    public void blank() {
        blanks++;
    }

    public void add(String line) {
        for (; blanks > 0; blanks--) {
            append("");
        }
        append(line);
        if (lines == 2 && (style == HeadStyle.TEXT_FOLLOWS || text.equals(PAYARAS_BRACKETS))) {
            text = line.strip();
            headLines = lines;
        }
        last = line;
        note(line);
    }

    /** The second of java.util.logging's two lines. */
    public void addLevelLine(String line, Head second) {
        add(line);
        headLines = lines;
        level = second.level();
        text = second.text();
    }

    private void append(String line) {
        lines++;
        int room = LogEntry.RAW_LIMIT - length - 1;
        if (room >= 0) {
            rest.add(line.length() <= room ? line : line.substring(0, room));
            length += 1 + Math.min(room, line.length());
        }
    }

    private void note(String line) {
        if (line.endsWith(LineShape.TRACEBACK)) {
            awaitsException = true;
            margin = LineShape.indentation(line);
            trace = true;
        } else if (awaitsException && LineShape.indentation(line) <= margin) {
            awaitsException = false;
        }
        if (!trace && LineShape.isFrame(line)) {
            trace = true;
        }
        if (line.startsWith("goroutine ")) {
            dying = true;
            trace = true;
        }
    }

    /** Number of the line that it begins with. */
    public long firstLine() {
        return firstLine;
    }

    public boolean awaitsException() {
        return awaitsException;
    }

    public boolean awaitsLevel() {
        return style == HeadStyle.LEVEL_FOLLOWS && lines == 1;
    }

    public boolean isDying() {
        return dying;
    }

    /** Whether the last line was an exception whose message may go on at column 0. */
    public boolean endsWithException() {
        return style != HeadStyle.BARE && LineShape.isException(last.strip());
    }

    /** Whether a line of this {@link LinePrefix#source} comes from another process than the entry; false if either says nothing. */
    public boolean isOfAnother(String source) {
        String own = source.isEmpty() ? "" : LinePrefix.source(decorated, first);
        return !own.isEmpty() && !own.equals(source);
    }

    /** Whether the last line is one of those that asyncio writes before an exception without a trace. */
    public boolean endsWithContext() {
        return last.startsWith("future: <") || last.startsWith("task: <") || last.startsWith("handle: <");
    }

    /** Whether the last line announces another one. */
    public boolean endsOpen() {
        return last.endsWith(":") || last.endsWith(" ->");
    }

    public boolean announcesException() {
        return last.endsWith("with exception") && isHeadOnly();
    }

    /** Whether nothing follows the head yet; blank lines do not count. */
    public boolean isHeadOnly() {
        return lines <= headLines;
    }

    public boolean hasTrace() {
        return trace;
    }

    /** Whether the newest line asks for more: a trace, or what a trace follows. */
    public boolean asksForMore() {
        return mayBearTrace() || dying || awaitsException || awaitsLevel() || endsOpen() || endsWithContext();
    }

    /** Whether it has a stack trace, or the exception that one is printed beneath. */
    public boolean mayBearTrace() {
        return trace || isLoud() || LineShape.namesException(last);
    }

    /**
     * Whether a line without a head goes on with this entry although it was taken to be complete, because nothing came for a while. A
     * new traceback does not: who dies hours later dies of something else.
     */
    public boolean goesOnAfterAll(String line) {
        if (style.isOneLine() || line.startsWith(LineShape.TRACEBACK)) {
            return false;
        }
        return LineShape.isIndented(line) || awaitsException || dying || (trace && LineShape.isConnector(line));
    }

    /** Whether its level says that it is trouble. */
    public boolean isLoud() {
        return level != null && isTrouble();
    }

    public boolean isTrouble() {
        return level == null || level.compareTo(Level.WARN) >= 0;
    }

    /** What the entry says on top of its chain of causes. */
    public String message() {
        return text;
    }

    /** What the first line has before the message, such as the logger. */
    public String origin() {
        int end = first.length() - (first.endsWith(text) ? text.length() : 0);
        return style == HeadStyle.STRUCTURED ? "" : first.substring(0, Math.min(end, ORIGIN_LIMIT));
    }

    /** What it says beneath: the error in its fields, the lines after the first. */
    public List<String> rest() {
        return detail == null ? rest : detail.lines().toList();
    }

    /** Everything that rules are asked about, as one text. */
    public String everything() {
        return detail == null ? raw() : text + "\n" + detail;
    }

    public LogEntry build() {
        return new LogEntry(firstLine, lines, level, text, raw(), decorated);
    }

    private String raw() {
        if (rest.isEmpty()) {
            return first;
        }
        StringBuilder raw = new StringBuilder(length).append(first);
        rest.forEach(line -> raw.append('\n').append(line));
        return raw.toString();
    }
}
