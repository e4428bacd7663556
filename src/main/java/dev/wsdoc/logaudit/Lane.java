package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.head.Head;
import dev.wsdoc.logaudit.head.HeadParser;
import dev.wsdoc.logaudit.head.HeadStyle;
import dev.wsdoc.logaudit.head.JulHead;
import dev.wsdoc.logaudit.head.LineShape;
import dev.wsdoc.logaudit.parse.EntryBuilder;
import dev.wsdoc.logaudit.source.SourcedLine;
import dev.wsdoc.logaudit.time.Timestamp;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines of one source, put together to entries of which one is open at most. Mutable, owned by a {@link LogAuditor}. */
final class Lane {
    final String source;
    private final Consumer<EntryBuilder> complete;
    private final Continuation continuation = new Continuation();
    private @Nullable EntryBuilder current;
    private @Nullable EntryBuilder last; // the newest that is complete
    private @Nullable EntryBuilder traced; // the newest complete one with a stack trace
    private @Nullable EntryBuilder resumed; // the complete one that the newest lines went on with
    private long newestLine;

    Lane(String source, Consumer<EntryBuilder> complete) {
        this.source = source;
        this.complete = complete;
    }

    void line(long number, SourcedLine sourced) {
        newestLine = number;
        String line = sourced.bare();
        if (LineShape.isBlank(line)) {
            if (current != null) {
                current.blank();
            }
            return;
        }
        if (isTaken(line)) {
            return;
        }
        Head head = HeadParser.parse(line);
        if (isRepeated(line, head)) {
            return;
        }
        if (head != null && !isAwaitedException(line)) {
            headed(number, sourced, head);
        } else if (isLate(line)) {
            return; // the rest of an entry that was judged already
        } else if (current != null && continuation.continues(current, line)) {
            current.add(line);
        } else {
            begin(number, sourced, new Head(null, line, HeadStyle.BARE));
        }
    }

    /** Lines whose place says what they are: those of an object, and the second one of java.util.logging. */
    private boolean isTaken(String line) {
        EntryBuilder open = current;
        if (open == null) {
            return false;
        }
        if (open.isOpenBlock() && (line.startsWith("}") || LineShape.isIndented(line))) {
            open.add(line);
            current = line.startsWith("}") ? open.closeBlock() : open;
            return true;
        }
        Head second = open.awaitsLevel() ? JulHead.second(line) : null;
        if (second != null) {
            open.addLevelLine(line, second);
        }
        return second != null;
    }

    private boolean isRepeated(String line, @Nullable Head head) {
        EntryBuilder open = current;
        if (open == null || (head == null && line.charAt(0) != '[')) {
            return false;
        }
        String rest = RepeatedHead.rest(open, line, head);
        if (rest == null) {
            return false;
        }
        if (LineShape.isBlank(rest)) {
            open.blank();
        } else {
            open.add(rest);
        }
        return true;
    }

    /** The open entry is complete. */
    void flush() {
        if (current != null) {
            EntryBuilder done = current;
            current = null;
            last = done;
            traced = done.hasTrace() ? done : traced;
            complete.accept(done);
        }
    }

    @Nullable
    EntryBuilder open() {
        return current;
    }

    /** Number of the newest line that came here. */
    long newestLine() {
        return newestLine;
    }

    /** Whether the line goes on with an entry that was complete: after a pause, or behind another one that has no trace. */
    private boolean isLate(String line) {
        EntryBuilder past = resumed != null ? resumed : current == null ? last : traced;
        if (past == null || !resumes(past, line)) {
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

    /** What stands in a Python traceback, and the exception at its end, may look like a level: {@code error: [Errno 9] ...}. */
    private boolean isAwaitedException(String line) {
        if (current == null || !current.awaitsException()) {
            return false;
        }
        boolean name =
                Character.isLetter(line.charAt(0)) && line.length() > 1 && !Character.isUpperCase(line.charAt(1));
        return LineShape.isIndented(line) || (name && Timestamp.end(line, 0) < 0);
    }

    private void headed(long number, SourcedLine line, Head head) {
        resumed = null;
        continuation.headed();
        begin(number, line, head);
    }

    private void begin(long number, SourcedLine line, Head head) {
        flush();
        current = new EntryBuilder(number, line.decorated(), line.bare(), head);
    }
}
