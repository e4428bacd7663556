package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.bystander.Bystanders;
import dev.wsdoc.chaos.observe.CountsProbe;
import dev.wsdoc.chaos.observe.LogProbe;
import dev.wsdoc.chaos.observe.ProcessProbe;
import dev.wsdoc.chaos.observe.ReferenceCountsProbe;
import dev.wsdoc.chaos.observe.SocketsProbe;
import dev.wsdoc.chaos.observe.Suspects;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.Capacity;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.chaos.victim.VictimRegistry;
import dev.wsdoc.evidence.CountSource;
import dev.wsdoc.evidence.DebugEndpoint;
import dev.wsdoc.evidence.ServerProcess;
import dev.wsdoc.model.Progress;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.swarm.SwarmOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One experiment: what it needs is opened, its phases run, and whatever ends them early, what was seen until then is kept.
 * On the experiment's own thread; leaves no socket behind.
 */
final class Experiment {
    private static final Logger LOG = LoggerFactory.getLogger(Experiment.class);
    private static final Duration COLLECTED_WITHIN = Duration.ofMillis(200);
    private static final Duration LAST_WORDS_WITHIN = Duration.ofMillis(400);

    private final ChaosPlan plan;
    private final ExperimentClock clock;
    private final Progress progress;
    private final StopSignal stop;
    private final Recorder recorder;
    private volatile @Nullable Collector collector;

    Experiment(ChaosPlan plan, ExperimentClock clock, Progress progress, StopSignal stop, Recorder recorder) {
        this.plan = plan;
        this.clock = clock;
        this.progress = progress;
        this.stop = stop;
        this.recorder = recorder;
    }

    /** Keeps what was seen so far, for whoever ends the experiment from outside. Any thread. */
    void abandon(String why) {
        recorder.cutShort(why);
        Collector present = collector;
        if (present != null) {
            present.take(COLLECTED_WITHIN);
            present.finish();
        }
    }

    void run() throws CannotRunException, IOException {
        recorder.note(plan.evidence().notes());
        CountsDiscovery counts = CountsDiscovery.of(plan, clock, new CountsFinder(plan, swarmOptions(), clock, stop));
        recorder.note(counts.notes());
        try (CountsProbe probe = counts.probe();
                Swarm swarm = Swarm.start(swarmOptions())) {
            VictimRegistry victims = new VictimRegistry(clock.wall(), clock.nanos());
            TargetPaths paths = paths(probe);
            Bystanders bystanders = new Bystanders(swarm, plan.seed());
            SocketsProbe sockets = new SocketsProbe(swarm, victims, clock);
            Suspects suspects = new Suspects(
                    victims, sockets.closes(), paths.telling(plan.victims().keySet()), ownPages());
            try (Probes probes = new Probes(probe, openLog(suspects), processProbe(), sockets);
                    Heartbeat beat = new Heartbeat(bystanders, clock, progress)) {
                ExperimentContext context =
                        new ExperimentContext(plan, paths, swarm, clock, probes, victims, bystanders, beat, stop);
                Collector mine = new Collector(context, recorder);
                collector = mine;
                runPhases(context, mine, counts.missing());
                mine.finish();
            }
        }
    }

    private void runPhases(ExperimentContext context, Collector mine, String missing) throws CannotRunException {
        try {
            new Phases(context, recorder, mine).run(missing);
        } catch (InterruptedRunException | StalledException e) {
            if (e.getCause() != null) {
                LOG.error("The sockets of the experiment failed", e.getCause());
            }
            recorder.cutShort(String.valueOf(e.getMessage()));
            mine.take(COLLECTED_WITHIN);
        } catch (ServerDiedException e) {
            bury(context, mine, String.valueOf(e.getMessage()));
        } catch (CannotRunException e) {
            if (!isDying(context)) {
                throw e;
            }
            String obituary = Objects.requireNonNull(context.probes.process()).obituary();
            bury(context, mine, obituary + ": " + e.getMessage());
        }
    }

    /** Whether the server's process ended, or does so just now: then that is why nothing goes on. */
    private static boolean isDying(ExperimentContext context) {
        ProcessProbe process = context.probes.process();
        if (process == null) {
            return false;
        }
        try {
            context.await(process.lastBreath());
        } catch (ServerDiedException | InterruptedRunException e) {
            return process.obituary() != null;
        }
        return process.obituary() != null;
    }

    /** The server's process ended: lets the log say its last; what was seen until then is judged. */
    private void bury(ExperimentContext context, Collector mine, String how) {
        ProcessProbe process = Objects.requireNonNull(context.probes.process());
        LogProbe log = context.probes.log();
        if (log != null) {
            long end = clock.nanos() + LAST_WORDS_WITHIN.toNanos();
            while (clock.nanos() - end < 0) {
                clock.breathe();
            }
            mine.takeLog(LAST_WORDS_WITHIN);
        }
        String round = recorder.round();
        process.died(
                round.isEmpty() ? how : how + ", during '" + round + "'",
                log == null ? List.of() : log.seen().lastWords());
        mine.take(LAST_WORDS_WITHIN);
    }

    private TargetPaths paths(CountsProbe counts) {
        if (counts instanceof ReferenceCountsProbe) {
            return TargetPaths.reference(plan.target(), plan.seed());
        }
        return TargetPaths.foreign(plan.target(), plan.echo());
    }

    /** The pages that wsdoc asks for, but for one at the target's own path. */
    private Set<String> ownPages() {
        Set<String> pages = new HashSet<>(DebugEndpoint.PATHS);
        CountSource counts = plan.evidence().counts();
        if (counts != null && !plan.target().resource().startsWith(counts.path())) {
            pages.add(counts.path());
        }
        return pages;
    }

    private SwarmOptions swarmOptions() {
        ClientProfile profile = plan.profile();
        return SwarmOptions.withSeed(plan.seed())
                .withProfile(
                        profile.sources().isEmpty()
                                ? profile.withSources(Capacity.sources(plan.target(), plan.sockets()))
                                : profile);
    }

    private @Nullable LogProbe openLog(Suspects suspects) throws IOException {
        return plan.evidence().logs().isEmpty()
                ? null
                : LogProbe.on(plan.evidence().logs(), clock, suspects);
    }

    private @Nullable ProcessProbe processProbe() {
        ServerProcess process = plan.evidence().process();
        return process == null
                ? null
                : new ProcessProbe(
                        process, plan.target().port(), clock, plan.limits().detectWithin());
    }
}
