package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.observe.Attribution.Moment;
import dev.wsdoc.evidence.LogTail;
import dev.wsdoc.evidence.LogTail.Polled;
import dev.wsdoc.logaudit.LogAuditor;
import dev.wsdoc.logaudit.Quotation;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.parse.LogEntry;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of the server's logs: its lines, put together to judged entries. Owned by the thread that reads it. */
final class LogTap {
    /** After so long without a new line, the last entry is taken to be complete. */
    private static final long COMPLETE_AFTER = Duration.ofMillis(100).toNanos();

    /** After so long, if its last line asks for more: a busy server may pause within a trace. */
    private static final long COMPLETE_AFTER_ALL = Duration.ofSeconds(2).toNanos();

    private static final long ASKS_FOR_OBSTACLES_EVERY = Duration.ofSeconds(1).toNanos();
    private static final int MOST_LINES = 50_000; // of one poll: some tenths of a second of judging
    private static final int MOST_SKIMMED = 50; // of one poll that are judged in a flood
    private static final long READ_OF_A_FLOOD = 256 * 1024;
    private static final int LAST_WORDS = 10;
    private static final int LINES_AFTER_THE_LAST_INCIDENT = 20;

    private final LogTail tail;
    private final LogAuditor auditor;
    private final Listener listener;
    private final Deque<String> newest = new ArrayDeque<>();
    private @Nullable LogEntry incident;
    private @Nullable String failure;
    private long lineCount;
    private long openLine;
    private final Map<Long, Moment> began = new HashMap<>(); // of the open entries, by their first lines
    private long lastLineAt;
    private long lastAskedAt;
    private long linesWhenAsked;

    /** Is told what this log says. */
    interface Listener {
        /**
         * One entry is complete.
         *
         * @param began when its first line was read
         * @param lastLineAt when its last line was read
         */
        void judged(Judged judged, Moment began, long lastLineAt);

        /** Lines came that were counted only. */
        void flooded(int lines, long bytes);

        /** Bytes that nobody reads. */
        void unread(long bytes);
    }

    LogTap(LogTail tail, Listener listener) {
        this.tail = tail;
        this.listener = listener;
        this.auditor = new LogAuditor(Rules.builtIn(), this::judged);
    }

    private void judged(Judged judged) {
        if (judged.isUnexpectedError() || judged.entry().isAtLeast(Level.ERROR)) {
            incident = judged.entry();
        }
        Moment moment = began.remove(judged.entry().line());
        if (moment != null) {
            listener.judged(judged, moment, lastLineAt);
        }
    }

    /**
     * Reads what was added since the last poll, within bounds. A log that fails says so once and is asked again.
     *
     * @param at the time now
     * @param moment what is going on now
     * @param isOver says when to stop
     */
    Polled poll(long at, Supplier<Moment> moment, BooleanSupplier isOver) {
        try {
            Polled polled = tail.poll(MOST_LINES, isOver, line -> line(line, at, moment));
            settle(polled, at);
            return polled;
        } catch (IOException e) {
            failed(e);
            return Polled.NOTHING;
        }
    }

    private void settle(Polled polled, long at) {
        if (polled.lines() == 0 && at - lastLineAt >= (auditor.asksForMore() ? COMPLETE_AFTER_ALL : COMPLETE_AFTER)) {
            flush();
        }
        if (at - lastAskedAt >= ASKS_FOR_OBSTACLES_EVERY) {
            lookForObstacles();
            lastAskedAt = at;
        }
    }

    /** A full disk is one only for a log that does not grow. */
    private void lookForObstacles() {
        String obstacle = lineCount == linesWhenAsked ? tail.obstacle() : null;
        if (obstacle != null) {
            failed(obstacle);
        }
        linesWhenAsked = lineCount;
    }

    /** Reads on in a flood: the newest part of it, of which a few lines are judged. */
    Polled skim(long at, Supplier<Moment> moment, BooleanSupplier isOver) {
        try {
            long unread = tail.letGo(READ_OF_A_FLOOD);
            if (unread > 0) {
                flush();
                listener.unread(unread);
            }
            int[] left = {MOST_SKIMMED};
            Polled polled = tail.poll(MOST_LINES, isOver, line -> {
                if (left[0]-- > 0) {
                    line(line, at, moment);
                } else {
                    leave(line, at);
                }
            });
            settle(polled, at);
            return new Polled(polled.lines(), false); // whoever waits for the end of a flood waits for ever
        } catch (IOException e) {
            failed(e);
            return Polled.NOTHING;
        }
    }

    private void leave(String line, long at) {
        auditor.skipLine();
        note(line, at);
        listener.flooded(1, line.length() + 1L);
    }

    private void line(String line, long at, Supplier<Moment> moment) {
        auditor.line(line); // may complete the entry before: what is known of that is still its own
        note(line, at);
        if (auditor.openLine() > openLine) {
            openLine = auditor.openLine();
            began.put(openLine, moment.get());
        }
    }

    private void note(String line, long at) {
        lineCount++;
        lastLineAt = at;
        newest.addLast(line);
        if (newest.size() > LAST_WORDS) {
            newest.removeFirst();
        }
    }

    private void failed(IOException e) {
        failed("a log cannot be read any more: " + e.getMessage());
    }

    private void failed(String why) {
        if (failure == null) {
            failure = why;
        }
    }

    /** Why it cannot be read, or not be written; null while it can. */
    @Nullable
    String failure() {
        return failure;
    }

    /** When the newest line of an incident was read that is not over yet; 0 when there is none. */
    long troubledAt() {
        return auditor.isInTrouble() ? lastLineAt : 0;
    }

    /** Takes the last entry to be complete. */
    void flush() {
        auditor.flush();
    }

    /** Reads on without a judgement; returns how many lines. */
    int skip(BooleanSupplier isOver) {
        try {
            return tail.beginsWithThePast()
                    ? tail.poll(MOST_LINES, isOver, line -> {}).lines()
                    : 0;
        } catch (IOException e) {
            failed(e);
            return 0;
        }
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

    /** The last incident from its start, if it is not long past; else the newest few lines. */
    List<String> lastWords() {
        LogEntry last = incident;
        return last != null && linesAfter(last) <= LINES_AFTER_THE_LAST_INCIDENT
                ? Quotation.incident(last)
                : List.copyOf(newest);
    }

    private long linesAfter(LogEntry entry) {
        return lineCount - (entry.line() + entry.lines() - 1);
    }

    void close() throws IOException {
        tail.close();
    }
}
