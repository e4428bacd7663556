package dev.wsdoc.net;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One selector and the one thread that serves it: ready channels, tasks from other threads, timers. All handlers, tasks
 * and timers run on the loop's thread, from {@link #start} until {@link #close}; whatever they throw is logged and the
 * loop goes on.
 */
public final class EventLoop implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final long LONGEST_WAIT_MS = 60_000;
    private static final int TASKS_PER_TURN = 10_000; // so that tasks that breed tasks do not starve the channels

    private final Selector selector;
    private final LongSupplier clock;
    private final Thread thread;
    private final Timers timers = new Timers();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean wakeupPending = new AtomicBoolean();
    private volatile boolean closing;
    private volatile boolean ended; // no task that is added from now on will run

    private EventLoop(String name, Selector selector, LongSupplier clock) {
        this.selector = selector;
        this.clock = clock;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Opens a loop and starts its daemon thread. */
    public static EventLoop start(String name) throws IOException {
        EventLoop loop = new EventLoop(name, Selector.open(), System::nanoTime);
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
     * @throws RejectedExecutionException when the loop is closed
     */
    @Override
    public void execute(Runnable task) {
        if (closing) {
            throw closed();
        }
        tasks.add(task);
        if (ended && tasks.remove(task)) { // it came between the question above and the loop's last look
            throw closed();
        }
        if (!inLoop() && wakeupPending.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    private RejectedExecutionException closed() {
        return new RejectedExecutionException("event loop " + thread.getName() + " is closed");
    }

    /** Runs the call on the loop's thread and hands over its result; from any thread. */
    public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
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
        return channel.register(selector, operations, handler);
    }

    private void run() {
        while (!closing) {
            try {
                doWork();
            } catch (ClosedSelectorException e) {
                break;
            } catch (IOException | RuntimeException e) {
                LOG.error("Event loop {} failed in its turn and goes on", thread.getName(), e);
            }
        }
        runAllTasks();
        ended = true;
        runAllTasks(); // those that did not see it yet
        closeChannels();
    }

    /** While it closes no task is taken any more, so that this comes to an end. */
    private void runAllTasks() {
        while (!tasks.isEmpty()) {
            runTasks();
        }
    }

    /** One turn: wait for channels, tasks or the next timer, then serve what is there. */
    private void doWork() throws IOException {
        select(tasks.isEmpty() ? waitMillis() : 0);
        runTasks();
        runTimers();
    }

    private void select(long waitMillis) throws IOException {
        if (waitMillis == 0) {
            selector.selectNow(EventLoop::handle);
        } else {
            selector.select(EventLoop::handle, waitMillis);
        }
        wakeupPending.set(false);
    }

    private long waitMillis() {
        long nanos = timers.untilNext(now());
        if (nanos < 0) {
            return LONGEST_WAIT_MS;
        }
        return Math.min(TimeUnit.NANOSECONDS.toMillis(nanos + 999_999), LONGEST_WAIT_MS);
    }

    private static void handle(SelectionKey key) {
        try {
            if (key.isValid()) {
                ((KeyHandler) key.attachment()).ready(key);
            }
        } catch (Throwable t) {
            LOG.error("Handler of {} failed; closing the channel", key.channel(), t);
            closeQuietly(key.channel());
        }
    }

    private void runTasks() {
        int turns = TASKS_PER_TURN;
        for (Runnable task = tasks.poll(); task != null; task = --turns > 0 ? tasks.poll() : null) {
            runSafely(task);
        }
    }

    private void runTimers() {
        long now = now();
        for (Timer due = timers.takeDue(now); due != null; due = timers.takeDue(now)) {
            runSafely(due::run);
        }
    }

    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (Throwable t) {
            LOG.error("A task of the event loop failed", t);
        }
    }

    /** Ends the loop and closes every channel that is registered with it; waits up to 5 s for the thread to end. */
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
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

    private void closeChannels() {
        for (SelectionKey key : selector.keys()) {
            closeQuietly(key.channel());
        }
        try {
            selector.close();
        } catch (IOException e) {
            LOG.warn("Selector of {} did not close", thread.getName(), e);
        }
    }

    private static void closeQuietly(SelectableChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Channel {} did not close", channel, e);
        }
    }
}
