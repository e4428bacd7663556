package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.observe.ProcessSeen.Again;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.evidence.ProcessFigures;
import dev.wsdoc.evidence.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The server's process: whether it lives, and what it holds in the moments of the experiment. Looked at on the probe's thread. */
public final class ProcessProbe implements Probe<ProcessSeen> {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long LAST_BREATH_MS =
            500; // the kernel closes the sockets of a dying process before it is gone

    private final ServerProcess process;
    private final int port;
    private final Settling settling;
    private final Duration restoredWithin;
    private final ProbeThread thread = new ProbeThread("wsdoc-process");
    private volatile ProcessSeen seen; // written by the probe's thread, until it is dead: then by the experiment's
    private volatile @Nullable String obituary;

    /** @param restoredWithin how long the server may take to give back what the dead held */
    public ProcessProbe(ServerProcess process, int port, ExperimentClock clock, Duration restoredWithin) {
        this.process = process;
        this.port = port;
        this.settling = new Settling(clock);
        this.restoredWithin = restoredWithin;
        this.seen = ProcessSeen.of(process.pid());
        thread.lookEvery(LOOK, this::checkPulse);
    }

    private void checkPulse() {
        if (obituary == null && !process.isAlive()) {
            obituary = process.obituary();
        }
    }

    @Override
    public CompletableFuture<?> before() {
        return thread.look(() -> seen = seen.withBefore(sample()));
    }

    /** When all sockets are open for the first time. */
    @Override
    public CompletableFuture<?> opened(int open) {
        return thread.look(() -> seen = seen.withCrowded(sample()));
    }

    /** Gives the server time to let go. */
    @Override
    public CompletableFuture<?> end() {
        return thread.look(() -> {
            ProcessSample before = seen.before();
            if (before == null) {
                return;
            }
            seen = seen.withAfter(settling.await(restoredWithin, this::sample, now -> now.isRestoredTo(before)));
        });
    }

    /** All sockets of a further wave of so many victims are closed, too; gives the server time to let go. */
    public CompletableFuture<?> endAgain(int victims) {
        return thread.look(() -> {
            ProcessSample before = seen.latest();
            if (before == null) {
                return;
            }
            ProcessSample now = settling.await(restoredWithin, this::sample, sample -> sample.isRestoredTo(before));
            seen = now == null ? seen : seen.withAgain(new Again(victims, now));
        });
    }

    /** The figures now; null when the process is gone. */
    private @Nullable ProcessSample sample() {
        ProcessFigures figures = process.measure();
        checkPulse();
        return figures == null ? null : new ProcessSample(figures, process.sockets(port));
    }

    /** How it ended; null while it lives. */
    public @Nullable String obituary() {
        return obituary;
    }

    /** Waits for its end if it is dying: completes within half a second. */
    public CompletableFuture<?> lastBreath() {
        return thread.look(() -> {
            if (process.endsWithin(LAST_BREATH_MS)) {
                checkPulse();
            }
        });
    }

    /** What is known of its end, and the newest lines of its log then. */
    public void died(String how, List<String> lastWords) {
        thread.close();
        seen = seen.died(how, lastWords);
    }

    @Override
    public ProcessSeen seen() {
        return seen;
    }

    @Override
    public void close() {
        thread.close();
    }
}
