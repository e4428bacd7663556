package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.bystander.BystandersSeen;
import dev.wsdoc.chaos.observe.LogProbe;
import dev.wsdoc.chaos.observe.ProcessProbe;
import dev.wsdoc.chaos.observe.ReferenceCountsProbe;
import dev.wsdoc.chaos.victim.VictimOutcomes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings together what was learnt, however far the experiment came: once when the server had its time, and before wsdoc
 * closes what is left; or when the experiment is ended from outside. Waits for nobody longer than it is told to. Any thread.
 */
final class Collector {
    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    private final ExperimentContext context;
    private final Recorder recorder;
    private volatile boolean taken;

    Collector(ExperimentContext context, Recorder recorder) {
        this.context = context;
        this.recorder = recorder;
    }

    /** Takes what sockets and log say, if that was not done before. */
    void take(Duration within) {
        if (taken) {
            return;
        }
        takeLog(within);
        VictimOutcomes outcomes = outcomes(within);
        BystandersSeen bystanders = bystandersSoFar(within);
        recorder.record(seen -> outcomes == null ? seen : seen.with(outcomes));
        recorder.record(seen ->
                seen.innocents() == null ? seen : seen.with(seen.innocents().with(context.silent)));
        recorder.record(seen -> seen.bystanders() != null || bystanders == null ? seen : seen.with(bystanders));
        taken = true;
    }

    /** Takes what the log says now. */
    void takeLog(Duration within) {
        LogProbe log = context.probes.log();
        if (log != null) {
            if (!isDone(log.end(), within)) {
                LOG.debug("The log could not be read to its end in time");
            }
            recorder.record(seen -> seen.with(log.seen()));
        }
    }

    private @Nullable VictimOutcomes outcomes(Duration within) {
        if (!isDone(context.probes.sockets().look(), within)) {
            recorder.note("not all of the victims' sockets could be asked in the end");
            return null;
        }
        boolean timed = context.probes.counts() instanceof ReferenceCountsProbe && context.victims.knowsAll();
        Duration detectWithin = context.plan.limits().detectWithin();
        Duration pingWait = recorder.seen().milestones().pingWait();
        return new VictimOutcomes(
                context.probes.sockets().seen(), timed, detectWithin, pingWait == null ? detectWithin : pingWait);
    }

    private @Nullable BystandersSeen bystandersSoFar(Duration within) {
        if (recorder.seen().bystanders() != null || context.bystanders.members().isEmpty()) {
            return null;
        }
        CompletableFuture<BystandersSeen> look = context.bystanders.look(context.provoker());
        return isDone(look, within) ? look.join() : null;
    }

    /** Takes what counts and process have shown until now; the last thing that is done. */
    void finish() {
        ProcessProbe process = context.probes.process();
        recorder.record(seen -> seen.with(context.probes.counts().seen()));
        if (process != null
                && (process.seen().before() != null || process.seen().death() != null)) {
            recorder.record(seen -> seen.with(process.seen()));
        }
    }

    private static boolean isDone(CompletableFuture<?> future, Duration within) {
        try {
            future.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            LOG.debug("It could not be collected", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
