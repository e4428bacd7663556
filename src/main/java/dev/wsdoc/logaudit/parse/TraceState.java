package dev.wsdoc.logaudit.parse;

import dev.wsdoc.logaudit.head.LineShape;

/** Where in a stack trace or a crash dump the newest line of an entry stands. Mutable, owned by its {@link EntryBuilder}. */
final class TraceState {
    private boolean trace;
    private boolean atFrame;
    private boolean chained;

    /** Inside a Python traceback whose exception is still to come. */
    private boolean awaitsException;

    /** How far that traceback is indented: some layouts indent whole entries. */
    private int margin;

    /** Where a program died, what comes before the first frame belongs to it. */
    private boolean dying;

    private boolean dump;

    /** Whether only the dump's own last line ends it. */
    private boolean lasting;

    private boolean over;

    void first(String line, boolean bare) {
        dump = bare && !line.isEmpty() && CrashDump.begins(line);
        lasting = dump && CrashDump.isLasting(line);
        note(line);
        dying |= !line.isEmpty() && CrashDump.isOpenEnded(line);
    }

    void hasTrace(boolean known) {
        trace |= known;
    }

    void note(String line) {
        char first = line.isEmpty() ? ' ' : line.charAt(0);
        chained = (first == 'T' || first == 'D') && LineShape.isChain(line);
        if (line.endsWith(LineShape.TRACEBACK)) {
            awaitsException = true;
            margin = LineShape.indentation(line);
            trace = true;
        } else if (awaitsException && LineShape.indentation(line) <= margin && !line.startsWith("> File \"")) {
            awaitsException = false;
        }
        atFrame = LineShape.isFrame(line);
        trace |= atFrame;
        if (first == 'g' && line.startsWith("goroutine ")) {
            dying = true;
            trace = true;
        }
        over |= (dump || dying) && CrashDump.isOver(line);
    }

    boolean isTrace() {
        return trace;
    }

    boolean isAtFrame() {
        return atFrame;
    }

    boolean isChained() {
        return chained;
    }

    boolean awaitsException() {
        return awaitsException;
    }

    boolean isDying() {
        return dying;
    }

    /** Whether a line at column 0 belongs to the dump that the entry is. */
    boolean takes(String line) {
        if (over || !(dump || dying)) {
            return over
                    && (line.startsWith("Node.js v")
                            || line.startsWith("exit status ")
                            || line.startsWith("note: ")
                            || line.startsWith("stack backtrace:"));
        }
        return lasting || (dying && !trace) || CrashDump.isPart(line);
    }

    boolean isOver() {
        return over;
    }
}
