package dev.wsdoc.logaudit.parse;

import dev.wsdoc.logaudit.head.Head;
import dev.wsdoc.logaudit.head.HeadStyle;
import dev.wsdoc.logaudit.head.JsonHead;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.head.LineShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entry that is being read: what its lines say, and what they tell about the lines to come. Mutable, owned by the lane
 * of its source.
 */
public final class EntryBuilder {
    private static final int ORIGIN_LIMIT = 2 * 1024;

    /** In place of a message of several lines. */
    private static final String PAYARAS_BRACKETS = "[[";

    private static final String[] CONTEXTS = {
        "future: <",
        "task: <",
        "handle: <",
        "transport: <",
        "protocol: <",
        "socket: <",
        "client_session: <",
        "connector: <",
        "connections: ["
    };

    public final HeadStyle style;
    private final long firstLine;
    private final String decorated;
    private final EntryText lines;
    private final TraceState trace = new TraceState();
    private final @Nullable String detail;
    private @Nullable Level level;
    private String text;
    private String last;
    private int headLines = 1;
    private boolean block;

    /** The message, if it was cut into lines at the edge of a terminal. */
    private @Nullable String unwrapped;

    /** {@code rawLine} is free of the decoration that {@code decorated} has. */
    public EntryBuilder(long line, String decorated, String rawLine, Head head) {
        this(line, decorated, new EntryText(rawLine), head);
        last = lines.first;
        block = style == HeadStyle.BARE && rawLine.equals("{");
        trace.first(rawLine, style == HeadStyle.BARE);
    }

    private EntryBuilder(long line, String decorated, EntryText lines, Head head) {
        firstLine = line;
        this.decorated = decorated;
        this.lines = lines;
        last = "";
        style = head.style();
        level = head.level();
        text = head.text();
        detail = head.detail();
        trace.hasTrace(detail != null && CauseChain.bearsTrace(detail));
    }

    /** The same lines, read as the object that they are together; this entry itself if they are none. */
    public EntryBuilder closeBlock() {
        block = false;
        Head head = lines.isCut() ? null : JsonHead.ofBlock(lines.raw());
        return head == null ? this : new EntryBuilder(firstLine, decorated, lines, head);
    }

    /** Whether it is an object of several lines that is not closed yet. */
    public boolean isOpenBlock() {
        return block;
    }

    public void blank() {
        lines.blank();
    }

    public void add(String line) {
        boolean wraps = isWrapped(line);
        lines.add(line);
        if (wraps) {
            unwrapped = WrappedText.joined(message(), last, line);
            headLines = lines.lines();
        }
        if (lines.lines() == 2 && (style == HeadStyle.TEXT_FOLLOWS || text.equals(PAYARAS_BRACKETS))) {
            text = line.strip();
            headLines = lines.lines();
        }
        last = line;
        trace.note(line);
    }

    /** The second of java.util.logging's two lines. */
    public void addLevelLine(String line, Head second) {
        add(line);
        headLines = lines.lines();
        level = second.level();
        text = second.text();
    }

    /** Number of the line that it begins with. */
    public long firstLine() {
        return firstLine;
    }

    /** Inside a Python traceback whose exception is still to come. */
    public boolean awaitsException() {
        return trace.awaitsException() || isBelowSource();
    }

    /** Below the lines that threw, and the mark beneath them, comes what they threw. */
    private boolean isBelowSource() {
        return style == HeadStyle.BARE
                && last.endsWith("^")
                && last.strip().equals("^")
                && CrashDump.isSource(lines.first);
    }

    /** Whether the line goes on with the lines that threw. */
    public boolean goesOnWithSource(String line) {
        return style == HeadStyle.BARE && CrashDump.isSource(line) && CrashDump.isNextSource(last, line);
    }

    /** Whether the second line of java.util.logging is still to come. */
    public boolean awaitsLevel() {
        return style == HeadStyle.LEVEL_FOLLOWS && lines.lines() == 1;
    }

    /** Whether the program died of it. */
    public boolean isDying() {
        return trace.isDying();
    }

    /** Whether it is the dump of a crash to which this line at column 0 belongs. */
    public boolean takesIntoDump(String line) {
        boolean event = style == HeadStyle.BARE && WindowsEvent.begins(lines.first);
        return trace.takes(line) || (event && WindowsEvent.isPart(line));
    }

    /** Whether it is a crash dump that is complete. */
    public boolean isOver() {
        return trace.isOver();
    }

    /** Whether the newest line is a frame of a trace. */
    public boolean endsWithFrame() {
        return trace.isAtFrame();
    }

    /** Whether the newest line says that another exception belongs to the one before. */
    public boolean endsWithChain() {
        return trace.isChained();
    }

    /** Whether the newest line sounds like one beneath which a trace is printed. */
    public boolean announcesTrace() {
        return endsOpen()
                || endsWithContext()
                || last.contains("rror")
                || last.contains("xception")
                || last.contains("ail")
                || last.contains("rash")
                || last.contains("nhandled");
    }

    /** Whether the last line was an exception whose message may go on at column 0. */
    public boolean endsWithException() {
        return style != HeadStyle.BARE && LineShape.isException(last.strip());
    }

    /** Whether the last line is one of those that asyncio writes before an exception without a trace. */
    public boolean endsWithContext() {
        for (String context : CONTEXTS) {
            if (last.startsWith(context)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the last line announces another one. */
    public boolean endsOpen() {
        return last.endsWith(":") || last.endsWith(" ->");
    }

    /** Whether its only line ends with a word that an exception follows. */
    public boolean announcesException() {
        return (last.endsWith("with exception") || last.startsWith("Caught: ")) && isHeadOnly();
    }

    /** Whether nothing follows the head yet; blank lines do not count. */
    public boolean isHeadOnly() {
        return lines.lines() <= headLines;
    }

    /** Whether it has a stack trace. */
    public boolean hasTrace() {
        return trace.isTrace();
    }

    /** Whether the newest line asks for more: a trace, or what a trace follows. */
    public boolean asksForMore() {
        return mayBearTrace()
                || block
                || isDying()
                || awaitsException()
                || awaitsLevel()
                || (style == HeadStyle.TEXT_FOLLOWS && isHeadOnly())
                || endsOpen()
                || endsWithContext();
    }

    /** Whether it has a stack trace, or the exception that one is printed beneath. */
    public boolean mayBearTrace() {
        return hasTrace() || isLoud() || LineShape.namesException(last);
    }

    /**
     * Whether a line without a head goes on with this entry although it was taken to be complete, because nothing came for a while. A
     * new traceback does not: who dies hours later dies of something else.
     */
    public boolean goesOnAfterAll(String line) {
        if (style.isOneLine() || line.startsWith(LineShape.TRACEBACK)) {
            return false;
        }
        if (CrashDump.begins(line)) {
            return false;
        }
        return LineShape.isIndented(line)
                || awaitsException()
                || trace.takes(line)
                || (hasTrace() && LineShape.isConnector(line));
    }

    /** Whether its level says that it is trouble. */
    public boolean isLoud() {
        return level != null && isTrouble();
    }

    /** The same, also where it has no level. */
    public boolean isTrouble() {
        return level == null || level.compareTo(Level.WARN) >= 0;
    }

    /** What its first line says of the level. */
    public @Nullable Level level() {
        return level;
    }

    /** Its first line without decoration. */
    public String first() {
        return lines.first;
    }

    /** What the entry says on top of its chain of causes. */
    public String message() {
        return unwrapped == null ? text : unwrapped;
    }

    /** How much of the first line stands before the message. */
    public int headLength() {
        return lines.first.length() - text.length();
    }

    /** Whether the line is the rest of a message that was cut at the edge of a terminal. */
    public boolean isWrapped(String line) {
        return isLoud() && !style.isOneLine() && isHeadOnly() && !hasTrace() && WrappedText.goesOn(last, line);
    }

    /** What the first line has before the message, such as the logger. */
    public String origin() {
        int end = lines.first.length() - (lines.first.endsWith(text) ? text.length() : 0);
        return style == HeadStyle.STRUCTURED ? "" : lines.first.substring(0, Math.min(end, ORIGIN_LIMIT));
    }

    /** What it says beneath: the error in its fields, the lines after the first. */
    public List<String> rest() {
        return detail == null ? lines.rest() : detail.lines().toList();
    }

    /** Everything that rules are asked about, as one text. */
    public String everything() {
        return detail == null ? lines.raw() : text + "\n" + detail;
    }

    public LogEntry build() {
        return new LogEntry(firstLine, lines.lines(), level, text, lines.raw(), decorated);
    }
}
