package dev.wsdoc.cli.connect;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Writes on a thread of its own, so that a reader who is slow holds up no loop. Where much waits, the server is let wait in its turn: what is
 * kept stays bounded, however fast it sends. Thread-safe.
 */
final class Outlet {
    private static final long HIGH = 4 * 1024 * 1024;
    private static final long LOW = HIGH / 4;
    private static final int OVERHEAD = 200; // what a small message takes beside its payload

    private final Write flush;
    private final Valve valve;
    private final Queue<Entry> waiting = new ArrayDeque<>();
    private final Thread thread;
    private long bytes;
    private boolean shut;
    private boolean finishing;
    private @Nullable IOException failure;

    /** Something to be written. */
    interface Write {
        void run() throws IOException;
    }

    /** What lets the server wait. */
    interface Valve {
        void shut();

        void open();
    }

    private record Entry(long cost, Write write) {}

    /** @param flush what is done when nothing more waits */
    Outlet(Write flush, Valve valve) {
        this.flush = flush;
        this.valve = valve;
        this.thread = new Thread(this::run, "wsdoc-outlet");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Has something written in its turn; once writing has failed, nothing is.
     *
     * @param size of what it holds, in bytes
     */
    synchronized void put(int size, Write write) {
        if (failure != null) {
            return;
        }
        long cost = (long) size + OVERHEAD;
        waiting.add(new Entry(cost, write));
        bytes += cost;
        if (bytes > HIGH && !shut) {
            shut = true;
            valve.shut();
        }
        notifyAll();
    }

    private void run() {
        try {
            for (Entry next = next(); next != null; next = next()) {
                next.write().run();
                written(next);
            }
            flush.run();
        } catch (IOException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Entry next() throws IOException, InterruptedException {
        if (isIdle()) {
            flush.run();
        }
        synchronized (this) {
            while (waiting.isEmpty() && !finishing) {
                wait();
            }
            return waiting.poll();
        }
    }

    private synchronized boolean isIdle() {
        return waiting.isEmpty();
    }

    private synchronized void written(Entry entry) {
        bytes -= entry.cost();
        if (shut && bytes < LOW) {
            shut = false;
            valve.open();
        }
    }

    private synchronized void fail(IOException e) {
        failure = e;
        waiting.clear();
        if (shut) {
            shut = false;
            valve.open();
        }
    }

    /** Whether the server is to wait. */
    synchronized boolean isShut() {
        return shut;
    }

    /** Why nothing is written any more; null while all is well. */
    synchronized @Nullable IOException failure() {
        return failure;
    }

    /** Writes what waits, for so long at the most; nothing more is to come. */
    void finish(long millis) throws InterruptedException {
        synchronized (this) {
            finishing = true;
            notifyAll();
        }
        thread.join(millis);
    }
}
