package dev.wsdoc.net;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One selector and the one thread that serves it: ready channels, tasks from other threads, timers; each turn serves a
 * bounded share of each kind. All handlers, tasks and timers run on the loop's thread, from {@link #start} until {@link
 * #close}; whatever they throw is logged and the loop goes on. When it cannot go on, its futures fail and {@link #trouble} says so.
 */
public final class EventLoop implements Executor, AutoCloseable {
    private static final long LONGEST_WAIT_MS = 60_000;
    private static final int FAILED_TURNS = 10; // in a row: then the selector is broken for good

    private final Channels channels;
    private final LongSupplier clock;
    private final Thread thread;
    private final Timers timers = new Timers();
    private final Tasks tasks = new Tasks();
    private final Promises promises = new Promises();
    private volatile long turnBegan; // 0 while it waits
    private volatile boolean closing;
    private volatile boolean ended; // no task that is added from now on will run
    private volatile @Nullable Throwable death;

    private EventLoop(String name, Selector selector, LongSupplier clock) {
        this.channels = new Channels(selector, this::beginTurn);
        this.clock = clock;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Opens a loop and starts its daemon thread. */
    public static EventLoop start(String name) throws IOException {
        return start(name, Selector.open());
    }

    static EventLoop start(String name, Selector selector) {
        EventLoop loop = new EventLoop(name, selector, System::nanoTime);
        loop.thread.start();
        return loop;
    }

    /** Monotonic nanoseconds, the clock that the timers go by. */
    public long now() {
        return clock.getAsLong();
    }

    public boolean inLoop() {
        return Thread.currentThread() == thread;
    }

    /**
     * Runs the task on the loop's thread, after the tasks given before it; from any thread.
     *
     * @throws RejectedExecutionException when the loop is closed or died
     */
    @Override
    public void execute(Runnable task) {
        if (closing) {
            throw closed();
        }
        tasks.give(task);
        if (ended && tasks.takeBack(task)) { // it came between the question above and the loop's last look
            throw closed();
        }
        if (!inLoop()) {
            channels.wakeup();
        }
    }

    private RejectedExecutionException closed() {
        Throwable why = death;
        return why == null
                ? new RejectedExecutionException("event loop " + thread.getName() + " is closed")
                : new RejectedExecutionException("event loop " + thread.getName() + " died: " + why, why);
    }

    /** Runs the task in the next turn, after whatever is ready by then has been served. Loop thread only. */
    public void nextTurn(Runnable task) {
        tasks.putOff(task);
    }

    /** A future for the caller to complete; it fails at the loop's end, so that nobody waits in vain. From any thread. */
    public <T extends @Nullable Object> CompletableFuture<T> promise() {
        return promises.make();
    }

    /**
     * Runs the call on the loop's thread and hands over its result; from any thread.
     *
     * @throws RejectedExecutionException when the loop is closed or died
     */
    public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> call) {
        CompletableFuture<T> result = promise();
        execute(() -> complete(result, call));
        return result;
    }

    private static <T extends @Nullable Object> void complete(CompletableFuture<T> result, Callable<T> call) {
        try {
            result.complete(call.call());
        } catch (Throwable t) {
            result.completeExceptionally(t);
        }
    }

    /** Runs the task once, {@code delay} from now. Loop thread only. */
    public Timer schedule(Duration delay, Runnable task) {
        return timers.add(now() + delay.toNanos(), task);
    }

    /** Runs the task once at {@code deadline}, in terms of {@link #now}. Loop thread only. */
    public Timer scheduleAt(long deadline, Runnable task) {
        return timers.add(deadline, task);
    }

    /** Watches a channel, which must be in non-blocking mode. Loop thread only. */
    public SelectionKey register(SelectableChannel channel, int operations, KeyHandler handler) throws IOException {
        return channels.register(channel, operations, handler);
    }

    /** What keeps the loop from its work, in one line: it died, or its turn takes longer than that; else null. Any thread. */
    public @Nullable String trouble(Duration longestTurn) {
        Throwable why = death;
        if (why != null) {
            return "event loop " + thread.getName() + " died: " + why;
        }
        long began = turnBegan;
        long nanos = began == 0 ? 0 : now() - began;
        return nanos <= longestTurn.toNanos()
                ? null
                : "event loop " + thread.getName() + " has been in one turn for " + TimeUnit.NANOSECONDS.toMillis(nanos)
                        + " ms";
    }

    private void run() {
        try {
            takeTurns();
        } catch (Throwable t) {
            death = t;
            Tasks.report("Event loop " + thread.getName() + " died", t);
        } finally {
            closing = true;
            end();
        }
    }

    /** A turn may fail, for want of memory for example; one after the other means that no turn will succeed. */
    private void takeTurns() throws Throwable {
        int failed = 0;
        while (!closing) {
            try {
                doWork();
                failed = 0;
            } catch (ClosedSelectorException e) {
                throw e;
            } catch (Throwable t) {
                if (++failed == FAILED_TURNS) {
                    throw t;
                }
                Tasks.report("Event loop " + thread.getName() + " failed in its turn and goes on", t);
            }
        }
    }

    private void end() {
        try {
            tasks.runAllGiven();
            ended = true;
            tasks.runAllGiven(); // those that did not see it yet
        } finally {
            ended = true;
            turnBegan = 0;
            promises.fail(closed());
            channels.close();
        }
    }

    /** One turn: wait for channels, tasks or the next timer, then serve what is there. */
    private void doWork() throws IOException {
        turnBegan = 0;
        tasks.beginTurn();
        channels.serve(tasks.isEmpty() ? waitMillis() : 0);
        beginTurn();
        tasks.run(TurnBudget.by(clock));
        timers.run(now(), TurnBudget.by(clock));
    }

    /** It begins with the first ready channel, or else when the selector returns. */
    private void beginTurn() {
        if (turnBegan == 0) {
            turnBegan = now() | 1;
        }
    }

    private long waitMillis() {
        long nanos = timers.untilNext(now());
        if (nanos < 0) {
            return LONGEST_WAIT_MS;
        }
        return Math.min(TimeUnit.NANOSECONDS.toMillis(nanos + 999_999), LONGEST_WAIT_MS);
    }

    /** Ends the loop and closes every channel that is registered with it; waits up to 5 s for the thread to end. */
    @Override
    public void close() {
        closing = true;
        channels.wakeup();
        if (!inLoop()) {
            joinThread();
        }
    }

    private void joinThread() {
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
