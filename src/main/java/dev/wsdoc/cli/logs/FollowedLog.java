package dev.wsdoc.cli.logs;

import dev.wsdoc.evidence.LogTail;
import dev.wsdoc.evidence.LogTail.Polled;
import dev.wsdoc.logaudit.LogAuditor;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A log that is followed: its lines, put together to judged entries as they come. Used by the command's thread. */
final class FollowedLog implements AutoCloseable {
    /** After so long without a new line, the last entry is taken to be complete. */
    private static final long COMPLETE_AFTER = Duration.ofMillis(100).toNanos();

    /** After so long, if its last line asks for more: a busy server may pause within a trace. */
    private static final long COMPLETE_AFTER_ALL = Duration.ofSeconds(2).toNanos();

    private static final int MOST_LINES = 10_000; // of one poll, so that the others have their turn

    private final LogTail tail;
    private final LogAuditor auditor;
    private final boolean readsPast;
    private Consumer<Judged> sink;
    private long lastLineAt;

    /** {@code readsPast}: whether what the log has by now comes first. */
    FollowedLog(LogTail tail, Rules rules, boolean readsPast, Consumer<Judged> sink) {
        this.tail = tail;
        this.readsPast = readsPast;
        this.sink = sink;
        this.auditor = new LogAuditor(rules, judged -> this.sink.accept(judged));
    }

    String source() {
        return tail.source();
    }

    boolean readsPast() {
        return readsPast;
    }

    /** Whether nothing can come any more. */
    boolean isExhausted() {
        return tail.isExhausted();
    }

    /** From now on entries go there. */
    void judgedGoTo(Consumer<Judged> other) {
        auditor.flush();
        sink = other;
    }

    /**
     * Reads what was added since the last time.
     *
     * @param at the time now, in nanoseconds
     * @return whether there is more to read at once
     */
    boolean poll(long at, BooleanSupplier isOver) throws IOException {
        Polled polled = tail.poll(MOST_LINES, isOver, auditor::line);
        if (polled.lines() > 0) {
            lastLineAt = at;
        } else if (at - lastLineAt >= (auditor.asksForMore() ? COMPLETE_AFTER_ALL : COMPLETE_AFTER)) {
            auditor.flush();
        }
        return polled.hasMore();
    }

    /** Nobody will ask again: what was read is all there is. */
    void finish() {
        tail.finish(auditor::line);
        auditor.flush();
    }

    @Override
    public void close() throws IOException {
        tail.close();
    }
}
