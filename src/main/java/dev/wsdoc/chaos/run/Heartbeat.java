package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.bystander.Bystanders;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.model.Progress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The experiment's beat: bystanders speak, are kept alive, and the user sees how far it is. On a thread of its own that waits
 * for nobody, so that no slow server, disk or log makes it late. From construction to {@link #close}.
 */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final int TICKS_PER_BEAT = 5;
    private static final int TICKS_PER_KEEP_ALIVE = 100;
    private static final long ENDS_WITHIN_MS = 500;

    private final Bystanders bystanders;
    private final ExperimentClock clock;
    private final Progress progress;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread beat = new Thread(task, "wsdoc-beat");
        beat.setDaemon(true);
        return beat;
    });
    private long ticks;
    private long nextKeepAlive;
    private long lastTickAt;
    private volatile long latest;
    private volatile @Nullable Runnable keepAlive;
    private volatile boolean beating = true;
    private volatile Stage stage = new Stage("", 0, 0);

    /** How far the experiment is. */
    private record Stage(String phase, int done, int total) {}

    Heartbeat(Bystanders bystanders, ExperimentClock clock, Progress progress) {
        this.bystanders = bystanders;
        this.clock = clock;
        this.progress = progress;
        Future<?> unused = thread.scheduleAtFixedRate(this::tick, 0, TICK.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void tick() {
        try {
            ticks++;
            lookAtTheClock(clock.nanos());
            if (beating && ticks % TICKS_PER_BEAT == 0) {
                bystanders.beat();
            }
            keepAlive();
            Stage now = stage;
            if (!now.phase.isEmpty()) {
                progress.at(now.phase, now.done, now.total);
            }
        } catch (RuntimeException | Error e) {
            LOG.error("A beat of the experiment failed", e);
        }
    }

    /** On a machine with too much to do, it is late itself. */
    private void lookAtTheClock(long now) {
        if (lastTickAt != 0 && beating) {
            long late = now - lastTickAt - TICK.toNanos();
            latest = Math.max(latest, late);
        }
        lastTickAt = now;
    }

    /** How late a beat was at the most, in ms. */
    double latestMs() {
        return Math.max(0, latest) / 1e6;
    }

    /** Has this done with the next beat, and then every 5 s. */
    void keepAlive(Runnable words) {
        keepAlive = words;
    }

    private void keepAlive() {
        Runnable words = keepAlive;
        if (words != null && ticks >= nextKeepAlive) {
            nextKeepAlive = ticks + TICKS_PER_KEEP_ALIVE;
            words.run();
        }
    }

    /** Tells how far a phase is, with the next tick. */
    void at(String phase, int done, int total) {
        stage = new Stage(phase, done, total);
    }

    /** The bystanders speak for the last time, {@code times} times, so that what is not answered then can be counted as lost. */
    void lastBeats(int times) {
        beating = false;
        for (int i = 0; i < times; i++) {
            bystanders.beat();
        }
    }

    /** The beat is over; returns when nobody is told anything any more, or after half a second. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(ENDS_WITHIN_MS, TimeUnit.MILLISECONDS)) {
                LOG.debug("The beat did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
