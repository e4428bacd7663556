package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.bystander.BystandersSeen;
import dev.wsdoc.chaos.bystander.BystandersSeen.BadText;
import dev.wsdoc.chaos.bystander.BystandersSeen.Waits;
import dev.wsdoc.chaos.bystander.DeliverySeen;
import dev.wsdoc.chaos.bystander.Innocents;
import dev.wsdoc.chaos.observe.CountsSeen;
import dev.wsdoc.chaos.observe.CountsSeen.Cleanup;
import dev.wsdoc.chaos.observe.LogSamples;
import dev.wsdoc.chaos.observe.LogSeen;
import dev.wsdoc.chaos.observe.LogSeen.Growth;
import dev.wsdoc.chaos.observe.Milestones;
import dev.wsdoc.chaos.observe.Milestones.Falling;
import dev.wsdoc.chaos.observe.Milestones.Opened;
import dev.wsdoc.chaos.observe.Milestones.Steady;
import dev.wsdoc.chaos.observe.Milestones.Trial;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.ProcessSample;
import dev.wsdoc.chaos.observe.ProcessSeen;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ChaosPlan.Echo;
import dev.wsdoc.chaos.plan.ChaosPlan.Limits;
import dev.wsdoc.chaos.plan.EvidencePlan;
import dev.wsdoc.chaos.victim.VictimOutcome;
import dev.wsdoc.chaos.victim.VictimOutcomes;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.PortSockets;
import dev.wsdoc.evidence.ProcessFigures;
import dev.wsdoc.evidence.ProcessFigures.One;
import dev.wsdoc.evidence.ServerProcess;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.logaudit.LogAuditor;
import dev.wsdoc.logaudit.rule.Rules;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.Page;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.model.ServerStats.Balance;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.BystanderFigures;
import dev.wsdoc.report.LogFigures;
import dev.wsdoc.report.Quantiles;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.verdict.Strictness;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is seen of a healthy server: 2 victims of abrupt, 2 of half-close, 3 bystanders, a provoker. Each test changes one thing.
 */
final class Seen {
    static final Fault ABRUPT = Fault.named("abrupt");
    static final Fault HALF_CLOSE = Fault.named("half-close");
    static final Fault FREEZE = Fault.named("freeze");
    static final Fault POLITE = Fault.named("polite");
    static final Duration DETECT_WITHIN = Duration.ofSeconds(5);
    static final Duration PING_WAIT = Duration.ofSeconds(20);
    static final Trial WELL = new Trial(null, true, "ping", false, null);
    static final int VICTIMS = 4;
    static final int OPEN = 8;
    static final long MIB = 1 << 20;

    private Seen() {}

    static Observations healthy() {
        return Observations.NONE
                .with(milestones())
                .with(new Innocents(Duration.ofSeconds(1), VICTIMS, List.of(), null, 0, null))
                .with(reference())
                .with(outcomes(noticed(ABRUPT, 1), noticed(ABRUPT, 2), noticed(HALF_CLOSE, 1), noticed(HALF_CLOSE, 2)))
                .with(bystanders(3, 30, 30))
                .with(log())
                .with(process(sample(10, 0, 100), sample(10, 0, 100)));
    }

    static Milestones milestones() {
        return Milestones.NONE
                .withSteady(new Steady(WELL, stats(2, 0, 2, 0)))
                .withOpened(new Opened(OPEN, OPEN, VICTIMS, List.of()))
                .withPingWait(PING_WAIT)
                .withRound(ABRUPT)
                .withRound(HALF_CLOSE)
                .withAllRounds()
                .withFalling(Falling.FELL_QUIET)
                .withAfter(WELL);
    }

    /** 2 were connected before; when the server had its time, all victims are stale. */
    static CountsSeen.Reference reference() {
        return new CountsSeen.Reference(
                stats(2, 0, 2, 0),
                stats(2 + OPEN, 0, 2 + OPEN, 0),
                cleanup(VICTIMS),
                List.of(stats(2, 0, 2, 0), stats(2 + OPEN, 0, 2 + OPEN, 0)),
                false,
                List.of());
    }

    static Cleanup cleanup(int cleaned) {
        return new Cleanup(
                stats(2 + OPEN, VICTIMS, 2 + OPEN, 0),
                new Answer.Given<>(answer(cleaned)),
                stats(2 + OPEN - VICTIMS, 0, 2 + OPEN, VICTIMS));
    }

    static CleanupAnswer answer(int cleaned) {
        return new CleanupAnswer(
                "WebSocket cleanup completed", cleaned, new CleanupAnswer.CurrentStats(6, 6, 0, 1), Instant.EPOCH);
    }

    /** @param cleaned removed by the cleanup */
    static ServerStats stats(int total, int stale, long opened, long cleaned) {
        return stats(total, stale, opened, Map.of(RemovalPath.CLEANED, cleaned), 0, true);
    }

    static ServerStats stats(
            int total, int stale, long opened, Map<RemovalPath, Long> removals, long onDead, boolean background) {
        return new ServerStats(
                ServerStats.SCHEMA_VERSION,
                "wsdoc",
                "test",
                Instant.EPOCH,
                1,
                total,
                total,
                0,
                0,
                1,
                stale,
                opened,
                removals,
                Balance.of(opened, total - stale, stale, 0),
                Map.of(),
                new ServerStats.Retries(0, 0, 0, onDead, 0),
                new ServerStats.Sweeps(background, 30_000, 1, 0, 0, 0),
                new ServerStats.Pings(10_000, 5_000),
                new ServerStats.Refusals(0, 0, 0, 0, 0, 0),
                0,
                new Page(0, 1, total, List.of()));
    }

    /** Noticed and cleaned so many seconds after it was inflicted; a watching one saw its end at the same time. */
    static VictimOutcome noticed(Fault fault, long seconds) {
        long at = 1 + Duration.ofSeconds(seconds).toNanos();
        boolean watches = fault.card().aftermath() == Fault.Aftermath.WATCHING;
        return new VictimOutcome(
                fault,
                1,
                at,
                RemovalPath.CLEANED,
                new SocketObservation(watches ? SocketEnd.FIN : SocketEnd.LOCAL, 0, "", 0, ""),
                watches ? at : 1,
                0,
                0,
                0);
    }

    /** Neither journal nor socket ever showed that the server knows. */
    static VictimOutcome unnoticed(Fault fault) {
        return new VictimOutcome(fault, 1, 0, null, new SocketObservation(SocketEnd.NONE, 0, "", 0, ""), 0, 0, 0, 0);
    }

    static VictimOutcome endedBefore(Fault fault) {
        return new VictimOutcome(fault, 10, 0, null, new SocketObservation(SocketEnd.FIN, 0, "", 0, ""), 5, 0, 0, 0);
    }

    static VictimOutcome saw(Fault fault, SocketObservation seen) {
        return new VictimOutcome(fault, 1, 0, null, seen, 2, 0, 0, 0);
    }

    static VictimOutcomes outcomes(VictimOutcome... all) {
        return new VictimOutcomes(List.of(all), true, DETECT_WITHIN, PING_WAIT);
    }

    static BystandersSeen bystanders(int alive, long expected, long received) {
        return bystanders(new BystanderFigures(3, alive, expected, received, new Quantiles(1, 2, 3)));
    }

    static BystandersSeen bystanders(BystanderFigures figures) {
        return new BystandersSeen(
                figures, List.of(), List.of(), BadText.NONE, 0, "", new Waits(2, 5, 1), DeliverySeen.NONE, true);
    }

    static LogSeen log() {
        return log(7, new LogSamples(), new LogSamples(), new LogSamples());
    }

    static LogSeen log(long lines, LogSamples unexpected, LogSamples loud, LogSamples raised) {
        LogFigures figures = new LogFigures("app.log", lines, lines, Map.of(), Map.of(), 0, List.of());
        return LogSeen.of(figures)
                .saying(unexpected, loud, raised)
                .growing(new Growth(lines, 100 * lines, 0, samples()), Map.of("abrupt", 3L));
    }

    /** Entries as the audit judges them, all put down to {@code abrupt}. */
    static LogSamples samples(String... lines) {
        LogSamples samples = new LogSamples();
        LogAuditor auditor = new LogAuditor(Rules.builtIn(), judged -> samples.add(judged, "", "abrupt"));
        for (String line : lines) {
            auditor.line(line);
        }
        auditor.flush();
        return samples;
    }

    static ProcessSeen process(ProcessSample before, ProcessSample after) {
        return ProcessSeen.of(4711)
                .withBefore(before)
                .withCrowded(sample(20, 0, 120))
                .withAfter(after);
    }

    static ProcessSample sample(long descriptors, int closeWait, long mib) {
        return new ProcessSample(figures(descriptors, mib), new PortSockets(1, closeWait, closeWait));
    }

    static ProcessFigures figures(long descriptors, long mib) {
        return ProcessFigures.of(4711, new One(descriptors, mib * MIB, 4, false));
    }

    static ChaosPlan plan(Fault... faults) throws IOException {
        return plan(
                EvidencePlan.ofLogs(List.of())
                        .withProcess(ServerProcess.of(ProcessHandle.current().pid())),
                faults);
    }

    static ChaosPlan plan(EvidencePlan evidence, Fault... faults) {
        Map<Fault, Integer> victims = new LinkedHashMap<>();
        for (Fault fault : faults) {
            victims.put(fault, 2);
        }
        return new ChaosPlan(
                Target.parse("ws://127.0.0.1:1"),
                victims,
                3,
                Echo.UNKNOWN,
                new Limits(DETECT_WITHIN, null, null),
                Strictness.NORMAL,
                1,
                evidence);
    }
}
