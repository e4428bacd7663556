package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.model.Progress;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the experiment run on a thread of its own and holds its time limit from outside: whatever hangs in there, at the end of
 * the limit, or when the user wants it, there is what was seen until then. On its caller's thread.
 */
public final class Supervisor {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final long LOOK_MS = 10;
    private static final long OBEYS_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final StopSignal stop;
    private final ExperimentClock clock;
    private final Recorder recorder = new Recorder();
    private final Experiment experiment;
    private volatile @Nullable Throwable failure;

    /** What was seen, and whether the experiment was cut short. */
    public record Result(Observations seen, boolean wasCutShort) {}

    public Supervisor(ChaosPlan plan, ExperimentClock clock, Progress progress) {
        this.clock = clock;
        this.stop = new StopSignal(clock, plan.wholeLimit(plan.limits().pingWait()));
        this.experiment = new Experiment(plan, clock, progress, stop, recorder);
    }

    /**
     * Makes the experiment.
     *
     * @throws CannotRunException when the target does not serve, so that there is nothing to examine
     * @throws IOException when the log cannot be read or no socket can be had
     */
    public Result run() throws CannotRunException, IOException {
        Thread thread = new Thread(this::conduct, "wsdoc-experiment");
        thread.setDaemon(true);
        thread.start();
        await(thread);
        rethrow();
        return new Result(recorder.seen(), recorder.wasCutShort());
    }

    private void conduct() {
        try {
            experiment.run();
        } catch (CannotRunException | IOException e) {
            failure = e;
        } catch (RuntimeException | Error e) {
            try {
                experiment.abandon("wsdoc itself failed: " + e);
            } finally {
                LOG.error("The experiment failed", e);
            }
        }
    }

    /** Waits for its end; past the limit only as long as it takes to obey. */
    private void await(Thread thread) {
        String reason = null;
        long deadline = 0;
        while (thread.isAlive()) {
            join(thread);
            if (reason == null) {
                reason = stop.reason();
                deadline = clock.nanos() + OBEYS_WITHIN_NANOS;
            } else if (thread.isAlive() && clock.nanos() - deadline >= 0) {
                experiment.abandon(reason);
                return;
            }
        }
    }

    private void join(Thread thread) {
        try {
            thread.join(LOOK_MS);
        } catch (InterruptedException e) {
            stop.ask("interrupted");
        }
    }

    private void rethrow() throws CannotRunException, IOException {
        Throwable why = failure;
        if (why instanceof CannotRunException cannot) {
            throw cannot;
        }
        if (why instanceof IOException io) {
            throw io;
        }
    }
}
