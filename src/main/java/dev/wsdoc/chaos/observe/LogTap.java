package dev.wsdoc.chaos.observe;

import dev.wsdoc.evidence.LogTail;
import dev.wsdoc.evidence.LogTail.Polled;
import dev.wsdoc.logaudit.LogAuditor;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One of the server's logs: its lines, put together to judged entries. Owned by the thread that reads it. */
final class LogTap {
    /** After so long without a new line, the last entry is taken to be complete. */
    private static final long COMPLETE_AFTER_NANOS = Duration.ofMillis(100).toNanos();

    private static final int MOST_LINES = 50_000; // of one poll: some tenths of a second of judging
    private static final int LAST_WORDS = 10;

    private final LogTail tail;
    private final LogAuditor auditor;
    private final Deque<String> lastWords = new ArrayDeque<>();
    private long lastLineAt;
    private boolean flushed = true;

    LogTap(LogTail tail, Consumer<Judged> judged) {
        this.tail = tail;
        this.auditor = new LogAuditor(Rules.builtIn(), judged);
    }

    /**
     * Reads what was added since the last poll, within bounds.
     *
     * @param at the time now
     * @param isOver says when to stop
     */
    Polled poll(long at, BooleanSupplier isOver) throws IOException {
        Polled polled = tail.poll(MOST_LINES, isOver, this::line);
        if (polled.lines() > 0) {
            lastLineAt = at;
            flushed = false;
        } else if (at - lastLineAt >= COMPLETE_AFTER_NANOS) {
            flush();
        }
        return polled;
    }

    private void line(String line) {
        lastWords.addLast(line);
        if (lastWords.size() > LAST_WORDS) {
            lastWords.removeFirst();
        }
        auditor.line(line);
    }

    /** Takes the last entry to be complete. */
    void flush() {
        if (!flushed) {
            auditor.flush();
            flushed = true;
        }
    }

    /** Reads on without a judgement; returns how many lines. */
    int skip(BooleanSupplier isOver) throws IOException {
        return tail.beginsWithThePast()
                ? tail.poll(MOST_LINES, isOver, line -> {}).lines()
                : 0;
    }

    boolean beginsWithThePast() {
        return tail.beginsWithThePast();
    }

    String source() {
        return tail.source();
    }

    String remark() {
        return tail.remark();
    }

    /** The newest few lines. */
    List<String> lastWords() {
        return List.copyOf(lastWords);
    }

    void close() throws IOException {
        tail.close();
    }
}
