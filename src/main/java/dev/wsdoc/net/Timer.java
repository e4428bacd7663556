package dev.wsdoc.net;

/** A task that an {@link EventLoop} runs once at its deadline, unless it is cancelled before. Loop thread only. */
public final class Timer implements Comparable<Timer> {
    private final long deadline;
    private final Runnable task;
    private boolean cancelled;

    Timer(long deadline, Runnable task) {
        this.deadline = deadline;
        this.task = task;
    }

    /** Cancels; a task that already ran is not affected. */
    public void cancel() {
        cancelled = true;
    }

    long deadline() {
        return deadline;
    }

    void run() {
        if (!cancelled) {
            task.run();
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    @Override
    public int compareTo(Timer other) {
        return Long.signum(deadline - other.deadline); // nanoTime may wrap: compare by difference
    }
}
