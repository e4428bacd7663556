package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.head.HeadStyle;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.head.LineShape;
import dev.wsdoc.logaudit.parse.CrashDump;
import dev.wsdoc.logaudit.parse.EntryBuilder;

/** Tells which lines without a head go on with the entry before them. Learns what prevails in its log; owned by a {@link Lane}. */
final class Continuation {
    private static final int MOST = 1000;
    private static final String ELIXIRS = "** (";

    /** Heads against unformatted lines that belong to no entry: where the latter prevail, column 0 proves no continuation. */
    private int formattedSurplus;

    /** A line had a head. */
    void headed() {
        formattedSurplus = Math.min(MOST, formattedSurplus + 1);
    }

    /** Whether a line that is not blank and has no head belongs to the entry. */
    boolean continues(EntryBuilder entry, String line) {
        if (entry.isOpenBlock()) {
            return true;
        }
        if (entry.style.isOneLine()) {
            return false;
        }
        if (LineShape.isIndented(line)) {
            return true;
        }
        if (line.startsWith(LineShape.TRACEBACK)) {
            return takesTraceback(entry);
        }
        if (entry.goesOnWithSource(line) || entry.isWrapped(line)) {
            return true;
        }
        if (isRace(entry.first())) {
            return !line.startsWith("===");
        }
        if (CrashDump.begins(line)) {
            return entry.endsOpen() && !entry.hasTrace();
        }
        return entry.awaitsException() || entry.takesIntoDump(line) || (!entry.isOver() && continuesTrace(entry, line));
    }

    /** What the race detectors of Go and C write, up to a line of its own. */
    private static boolean isRace(String first) {
        return first.startsWith("WARNING: DATA RACE") || first.startsWith("WARNING: ThreadSanitizer: ");
    }

    /** A traceback goes with the first line that announces it, or with the exception that it is chained to. */
    private static boolean takesTraceback(EntryBuilder entry) {
        if (entry.hasTrace()) {
            return entry.endsWithChain() || (entry.endsOpen() && !entry.awaitsException());
        }
        Level level = entry.level();
        return switch (entry.style) {
            case BARE -> entry.announcesTrace();
            case LEVEL_WORD -> entry.isTrouble();
            default -> (level != null && level != Level.INFO) || entry.announcesTrace();
        };
    }

    private boolean continuesTrace(EntryBuilder entry, String line) {
        boolean error = LineShape.isException(line) || line.startsWith("Error: ");
        boolean ruby = entry.endsWithFrame() && LineShape.isRubyError(line);
        if (ruby || (error && entry.endsWithFrame() && !LineShape.isConnector(line))) {
            return false; // another trace, whosever it is
        }
        if (line.startsWith(ELIXIRS) && entry.first().startsWith(ELIXIRS)) {
            return false;
        }
        if (line.charAt(0) == '#' && (line.length() == 1 || line.charAt(1) == ' ')) {
            return entry.first().charAt(0) == '#'; // the JVM's own crash
        }
        return LineShape.isConnector(line) || continuesText(entry, line);
    }

    private boolean continuesText(EntryBuilder entry, String line) {
        boolean exception = LineShape.isException(line) || (entry.level() != null && line.startsWith("Error: "));
        if (exception && entry.style == HeadStyle.BARE) {
            return entry.announcesException() || entry.endsOpen();
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
        formattedSurplus = Math.max(-MOST, formattedSurplus - 1);
        return false;
    }
}
