package dev.wsdoc.chaos.observe;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread on which one probe waits, so that nobody else has to. A daemon: a server that never answers keeps no process
 * alive. What a look throws is logged, and its future completes all the same.
 */
final class ProbeThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeThread.class);

    private final String name;
    private final ScheduledThreadPoolExecutor executor;

    ProbeThread(String name) {
        this.name = name;
        this.executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    /** Takes a look after those asked for before; after {@link #close} nothing is looked at. */
    CompletableFuture<?> look(Runnable look) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        try {
            executor.execute(() -> {
                guarded(look);
                over.complete(null);
            });
        } catch (RejectedExecutionException e) {
            over.complete(null);
        }
        return over;
    }

    /** Takes a look again and again, with so much time between two. */
    void lookEvery(Duration pause, Runnable look) {
        Future<?> unused =
                executor.scheduleWithFixedDelay(() -> guarded(look), 0, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void guarded(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A look of {} failed", name, e);
        }
    }

    /** Takes the looks that were asked for, then this last one, and no more. */
    void end(Runnable last) {
        executor.execute(() -> guarded(last));
        executor.shutdown();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
