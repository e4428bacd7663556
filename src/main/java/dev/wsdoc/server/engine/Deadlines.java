package dev.wsdoc.server.engine;

import dev.wsdoc.net.EventLoop;
import dev.wsdoc.server.manager.policy.Mishap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Many things with the same time to live, on a single timer: since all have the same, the oldest entry is always due
 * first, and adding and removing cost the same however many there are. Loop thread only.
 */
public final class Deadlines<T> {
    private final EventLoop loop;
    private final Duration timeout;
    private final Consumer<T> expired;
    private final Logger log;
    private final Map<T, Long> pending = new LinkedHashMap<>();
    private boolean timerSet;

    /**
     * Nothing is pending yet.
     *
     * @param expired told of each entry that was not removed in time; it is off the list by then
     * @param log the server's
     */
    public Deadlines(EventLoop loop, Duration timeout, Consumer<T> expired, Logger log) {
        this.loop = loop;
        this.timeout = timeout;
        this.expired = expired;
        this.log = log;
    }

    /** Starts the entry's time, or starts it anew. */
    public void start(T entry) {
        pending.remove(entry);
        pending.put(entry, loop.now() + timeout.toNanos());
        setTimer();
    }

    public void remove(T entry) {
        pending.remove(entry);
    }

    public int size() {
        return pending.size();
    }

    /** Everything that is pending. */
    public List<T> all() {
        return new ArrayList<>(pending.keySet());
    }

    private void setTimer() {
        if (!timerSet && !pending.isEmpty()) {
            timerSet = true;
            loop.scheduleAt(pending.values().iterator().next(), this::expire);
        }
    }

    /** Should one of them fail, the others keep their turn. */
    private void expire() {
        timerSet = false;
        long now = loop.now();
        for (T due = takeDue(now); due != null; due = takeDue(now)) {
            tell(due);
        }
        setTimer();
    }

    private void tell(T due) {
        try {
            expired.accept(due);
        } catch (RuntimeException | OutOfMemoryError e) {
            Mishap.report(log, "What was to be done after {} failed", timeout, e);
        }
    }

    private @Nullable T takeDue(long now) {
        Iterator<Map.Entry<T, Long>> oldestFirst = pending.entrySet().iterator();
        if (!oldestFirst.hasNext()) {
            return null;
        }
        Map.Entry<T, Long> oldest = oldestFirst.next();
        if (oldest.getValue() - now > 0) {
            return null;
        }
        T due = oldest.getKey();
        oldestFirst.remove();
        return due;
    }
}
