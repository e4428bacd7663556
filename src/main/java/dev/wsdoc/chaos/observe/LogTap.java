package dev.wsdoc.chaos.observe;

import dev.wsdoc.evidence.LogTail;
import dev.wsdoc.logaudit.LogAuditor;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** One of the server's logs: its lines, put together to judged entries. Owned by the thread that reads it. */
final class LogTap {
    /** After so long without a new line, the last entry is taken to be complete. */
    private static final long COMPLETE_AFTER_NANOS = Duration.ofMillis(100).toNanos();

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

    /** Reads what was added since the last poll; returns how many lines. */
    int poll(long at) throws IOException {
        int added = tail.poll(this::line);
        if (added > 0) {
            lastLineAt = at;
            flushed = false;
        } else if (at - lastLineAt >= COMPLETE_AFTER_NANOS) {
            flush();
        }
        return added;
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
    int skip() throws IOException {
        return tail.beginsWithThePast() ? tail.poll(line -> {}) : 0;
    }

    /** Whether there is more to read at once. */
    boolean hasMore() {
        return false;
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
