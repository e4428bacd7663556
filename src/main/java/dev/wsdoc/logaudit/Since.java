package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.parse.LogEntry;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.time.HeadTime;
import dev.wsdoc.logaudit.time.LogTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets only those entries pass that are from a point in time or later. An entry without a time has that of the entry before it; what
 * stands before the first time of a log cannot be placed, and is left out. One thread.
 */
public final class Since implements Consumer<Judged> {
    private final Instant since;
    private final LogTime times;
    private final Consumer<Judged> next;
    private @Nullable Instant last;
    private long entries;
    private long passed;
    private long timed;
    private long unreadable;
    private long unplaced;
    private String unreadableExample = "";

    /**
     * A filter in front of another consumer.
     *
     * @param zone that of times which name none
     * @param now by which the year of dates without one is found
     */
    public Since(Instant since, ZoneId zone, Instant now, Consumer<Judged> next) {
        this.since = since;
        this.times = new LogTime(zone, now);
        this.next = next;
    }

    /** Another log begins: what the one before said of the time does not hold there. */
    public void nextLog() {
        last = null;
    }

    @Override
    public void accept(Judged judged) {
        entries++;
        last = timeOf(judged.entry());
        if (last == null) {
            unplaced++;
        } else if (!last.isBefore(since)) {
            passed++;
            next.accept(judged);
        }
    }

    private @Nullable Instant timeOf(LogEntry entry) {
        String written = HeadTime.of(entry.head());
        if (written == null) {
            return last;
        }
        Instant time = times.parse(written);
        if (time == null) {
            unreadableExample = unreadable++ == 0 ? written : unreadableExample;
            return last;
        }
        timed++;
        return time;
    }

    /** The first point in time that passes. */
    public Instant since() {
        return since;
    }

    /** All entries that came. */
    public long entries() {
        return entries;
    }

    /** Entries that were let pass. */
    public long passed() {
        return passed;
    }

    /** Entries with a time of their own that could be read. */
    public long timed() {
        return timed;
    }

    /** Entries whose time could not be read: it has no date, or is no date that exists. */
    public long unreadable() {
        return unreadable;
    }

    /** Entries that were left out because no time stands before them. */
    public long unplaced() {
        return unplaced;
    }

    /** The first time that could not be read, as it was written; empty if all could be. */
    public String unreadableExample() {
        return unreadableExample;
    }
}
