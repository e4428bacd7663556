package dev.wsdoc.chaos;

import dev.wsdoc.chaos.judge.Reporter;
import dev.wsdoc.chaos.observe.InterruptedRunException;
import dev.wsdoc.chaos.observe.LogWatch;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.ProcessWatch;
import dev.wsdoc.chaos.observe.ServerDiedException;
import dev.wsdoc.chaos.observe.ServerWatch;
import dev.wsdoc.chaos.observe.VictimOutcome;
import dev.wsdoc.chaos.observe.VictimOutcomes;
import dev.wsdoc.chaos.observe.VictimRegistry;
import dev.wsdoc.chaos.observe.Waits;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.Capacity;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.chaos.plan.Progress;
import dev.wsdoc.chaos.run.CleanupPhase;
import dev.wsdoc.chaos.run.CountPhase;
import dev.wsdoc.chaos.run.ExperimentContext;
import dev.wsdoc.chaos.run.OpenPhase;
import dev.wsdoc.chaos.run.ProcessPhase;
import dev.wsdoc.chaos.run.RecoverPhase;
import dev.wsdoc.chaos.run.Rounds;
import dev.wsdoc.chaos.run.SteadyPhase;
import dev.wsdoc.chaos.run.TargetPaths;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.DebugEndpoint;
import dev.wsdoc.evidence.ServerProcess;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.report.Report;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.swarm.Swarm;
import dev.wsdoc.swarm.SwarmOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chaos experiment: steady state, open, inflict, provoke, observe, clean up, recover, verdict. It runs on its caller's
 * thread and leaves no socket behind.
 */
public final class Chaos {
    private final ChaosPlan plan;
    private final ExperimentClock pace;
    private final Progress progress;
    private final Observations seen = new Observations();

    public Chaos(ChaosPlan plan, ExperimentClock pace, Progress progress) {
        this.plan = plan;
        this.pace = pace;
        this.progress = progress;
    }

    /**
     * Makes the experiment.
     *
     * @param version of wsdoc, for the report
     * @throws CannotRunException when the target does not serve, so that there is nothing to examine
     * @throws IOException when the log cannot be read or no socket can be had
     */
    public Report run(String version) throws CannotRunException, IOException {
        Instant startedAt = pace.wall();
        long start = pace.nanos();
        boolean interrupted = examine();
        Duration took = Duration.ofNanos(pace.nanos() - start);
        return new Reporter(plan, seen).report(version, startedAt, took, interrupted);
    }

    /** Returns whether the experiment was cut short. */
    private boolean examine() throws CannotRunException, IOException {
        ServerWatch server = new ServerWatch(new DebugEndpoint(
                plan.target(), plan.evidence().token(), plan.profile().tls()));
        Answer<ServerStats> discovery = server.discover();
        TargetPaths venue = server.isPresent() ? TargetPaths.reference(plan.target(), plan.seed()) : foreignVenue();
        ProcessWatch process = openProcess();
        try (LogWatch log = openLog();
                Swarm swarm = Swarm.start(swarmOptions())) {
            ExperimentContext course =
                    new ExperimentContext(plan, venue, swarm, pace, progress, server, log, process, seen);
            return runPhases(course, discovery instanceof Answer.Missing<ServerStats> missing ? missing.reason() : "");
        }
    }

    private TargetPaths foreignVenue() {
        TargetPaths venue = TargetPaths.foreign(plan.target(), plan.echo());
        return plan.profile().provoke() == null
                ? venue
                : venue.provokedAt(plan.target().resource());
    }

    private SwarmOptions swarmOptions() {
        ClientProfile profile = plan.profile();
        return SwarmOptions.withSeed(plan.seed())
                .withProfile(
                        profile.sources().isEmpty()
                                ? profile.withSources(Capacity.sources(plan.target(), plan.sockets()))
                                : profile);
    }

    private @Nullable LogWatch openLog() throws IOException {
        return plan.evidence().logs().isEmpty()
                ? null
                : LogWatch.on(plan.evidence().logs());
    }

    private @Nullable ProcessWatch openProcess() {
        ServerProcess process = plan.evidence().process();
        return process == null ? null : new ProcessWatch(process, plan.target().port());
    }

    /** Returns whether it was cut short. */
    private boolean runPhases(ExperimentContext course, String missing) throws CannotRunException {
        try {
            CountPhase.first(course);
            SteadyPhase.run(course, missing);
            if (seen.steady == null || !seen.steady.isHopeless()) {
                disturb(course);
            }
            collect(course);
            CountPhase.after(course);
            ProcessPhase.after(course);
            return false;
        } catch (InterruptedRunException e) {
            seen.notes.add("cut short: " + e.getMessage());
            collect(course);
            return true;
        } catch (ServerDiedException e) {
            bury(course, String.valueOf(e.getMessage()));
            return false;
        } catch (CannotRunException e) {
            if (course.process == null || !course.process.isDying()) {
                throw e;
            }
            bury(course, course.process.obituary() + ": " + e.getMessage());
            return false;
        }
    }

    /** The server's process ended: what was seen until then is judged. */
    private void bury(ExperimentContext course, String how) {
        ProcessPhase.died(course, how);
        collect(course);
    }

    private static void disturb(ExperimentContext course) throws CannotRunException {
        CountPhase.before(course);
        ProcessPhase.before(course);
        OpenPhase.run(course);
        CountPhase.opened(course);
        ProcessPhase.crowded(course);
        Rounds.run(course);
        CleanupPhase.run(course);
        CountPhase.cleanup(course);
        RecoverPhase.run(course);
        RecoverPhase.leave(course);
    }

    /** Brings together what was learnt, however far the experiment came. */
    private void collect(ExperimentContext course) {
        VictimRegistry ledger = course.ledger;
        List<VictimOutcome> fates = Waits.get(course.swarm.collect(
                ledger.members(), member -> ledger.of(member).fate()));
        boolean timed = course.server.isPresent() && ledger.knowsAll();
        Duration pingWait = seen.pingWait == null ? plan.limits().detectWithin() : seen.pingWait;
        seen.casualties = new VictimOutcomes(fates, timed, plan.limits().detectWithin(), pingWait);
        if (seen.bystanders == null && !course.bystanders.members().isEmpty()) {
            seen.bystandersSoFar = course.bystanders.figures(course.provoker().sent());
        }
        seen.samples = course.server.samples();
        seen.statusTroubles = course.server.troubles();
        seen.statusTroubles.stream().distinct().limit(3).forEach(seen.notes::add);
        if (course.log != null) {
            course.readLog(pace.nanos());
            seen.log = course.log.seen(seen.falling);
            seen.notes.addAll(course.log.remarks());
        }
    }
}
