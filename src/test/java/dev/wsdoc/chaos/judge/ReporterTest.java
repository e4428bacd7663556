package dev.wsdoc.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.Bench;
import dev.wsdoc.chaos.observe.LogSeen;
import dev.wsdoc.chaos.observe.LogSeen.Growth;
import dev.wsdoc.chaos.observe.Milestones;
import dev.wsdoc.chaos.observe.Milestones.Falling;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ChaosPlan.Echo;
import dev.wsdoc.chaos.plan.ChaosPlan.Limits;
import dev.wsdoc.chaos.plan.EvidencePlan;
import dev.wsdoc.chaos.victim.VictimOutcome;
import dev.wsdoc.chaos.victim.VictimOutcomes;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.LogFigures;
import dev.wsdoc.report.Report;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Strictness;
import dev.wsdoc.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReporterTest {
    private static final Fault ABRUPT = Fault.named("abrupt");
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Nothing is said by a quiet log, nor by a balance, of a server that ended everybody before anything was done. */
    @Test
    void aServerToWhomNothingWasDoneIsNotHealthy() {
        Report untouched = report(outcome(SocketEnd.FIN, 5));
        Report touched = report(outcome(SocketEnd.LOCAL, 10));

        assertThat(touched.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(Bench.finding(touched, "log.expected-stays-quiet").outcome()).isEqualTo(Outcome.PASS);
        assertThat(touched.findings())
                .noneMatch(finding -> finding.check().name().equals("fault.abrupt"));
        assertThat(untouched.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Bench.finding(untouched, "log.expected-stays-quiet").outcome())
                .isEqualTo(Outcome.NOT_CHECKED);
        assertThat(Bench.finding(untouched, "fault.abrupt").outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(Bench.finding(untouched, "fault.abrupt").observed()).contains("had ended before its turn");
    }

    /** Most noise appears only when a server sends into the dead. */
    @Test
    void aQuietLogOfARoundThatWentUnprovokedTellsNothing() {
        Observations seen = Seen.healthy();
        Observations unprovoked = seen.with(seen.milestones().withUnprovoked(ABRUPT));

        assertThat(log(seen).outcome()).isEqualTo(Outcome.PASS);
        assertThat(log(unprovoked).outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(log(unprovoked).observed()).contains("during abrupt");
    }

    private static Finding log(Observations seen) {
        ChaosPlan plan = Seen.plan(EvidencePlan.ofLogs(List.of()), ABRUPT);
        Report report = new Reporter(plan, seen).report("test", Instant.EPOCH, SECOND, false);
        return Bench.finding(report, "log.expected-stays-quiet");
    }

    private static VictimOutcome outcome(SocketEnd end, long endedAt) {
        return new VictimOutcome(ABRUPT, 10, 0, null, new SocketObservation(end, 0, "", 0, ""), endedAt, 0, 0, 0);
    }

    private static Report report(VictimOutcome outcome) {
        ChaosPlan plan = new ChaosPlan(
                Target.parse("ws://127.0.0.1:1"),
                Map.of(ABRUPT, 1),
                0,
                Echo.UNKNOWN,
                new Limits(SECOND, null, null),
                Strictness.NORMAL,
                1,
                EvidencePlan.ofLogs(List.of()));
        Milestones milestones = Milestones.NONE
                .withPingWait(SECOND)
                .withRound(ABRUPT)
                .withAllRounds()
                .withFalling(Falling.FELL_QUIET);
        Observations seen = Observations.NONE
                .with(milestones)
                .with(new VictimOutcomes(List.of(outcome), false, SECOND, SECOND))
                .with(aQuietLog());
        return new Reporter(plan, seen).report("test", Instant.EPOCH, SECOND, false);
    }

    private static LogSeen aQuietLog() {
        LogFigures figures = new LogFigures("app.log", 1, 1, Map.of("DEBUG", 1L), Map.of(), 0, List.of());
        return LogSeen.of(figures).growing(Growth.NONE, Map.of("abrupt", 1L));
    }
}
