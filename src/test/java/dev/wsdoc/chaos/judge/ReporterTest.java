package dev.wsdoc.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.Bench;
import dev.wsdoc.chaos.observe.LogWatch;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.VictimOutcome;
import dev.wsdoc.chaos.observe.VictimOutcomes;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ChaosPlan.Echo;
import dev.wsdoc.chaos.plan.ChaosPlan.Limits;
import dev.wsdoc.chaos.plan.EvidencePlan;
import dev.wsdoc.evidence.LogTail;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Faults;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.Report;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Strictness;
import dev.wsdoc.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReporterTest {
    private static final Fault ABRUPT = Faults.named("abrupt");
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Nothing is said by a quiet log, nor by a balance, of a server that ended everybody before anything was done. */
    @Test
    void aServerToWhomNothingWasDoneIsNotHealthy() throws Exception {
        Report untouched = report(fate(SocketEnd.FIN, 5));
        Report touched = report(fate(SocketEnd.LOCAL, 10));

        assertThat(touched.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(Bench.finding(touched, "log.expected-stays-quiet").outcome()).isEqualTo(Outcome.PASS);
        assertThat(touched.findings())
                .noneMatch(finding -> finding.check().name().equals("fault.abrupt"));
        assertThat(untouched.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Bench.finding(untouched, "log.expected-stays-quiet").outcome())
                .isEqualTo(Outcome.NOT_CHECKED);
        assertThat(Bench.finding(untouched, "fault.abrupt").outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(Bench.finding(untouched, "fault.abrupt").observed()).contains("had ended before their turn");
    }

    private static VictimOutcome fate(SocketEnd end, long endedAt) {
        return new VictimOutcome(ABRUPT, 10, 0, null, new SocketObservation(end, 0, 0, ""), endedAt);
    }

    private static Report report(VictimOutcome fate) throws Exception {
        ChaosPlan plan = new ChaosPlan(
                Target.parse("ws://127.0.0.1:1"),
                Map.of(ABRUPT, 1),
                0,
                Echo.UNKNOWN,
                new Limits(SECOND, null, null),
                Strictness.NORMAL,
                1,
                EvidencePlan.ofLogs(List.of()));
        Observations seen = new Observations();
        seen.casualties = new VictimOutcomes(List.of(fate), false, SECOND, SECOND);
        seen.observedFaults.add(ABRUPT);
        seen.observed = true;
        seen.pingWait = SECOND;
        try (LogWatch log = LogWatch.on(List.of(OneLine::new))) {
            log.poll(1);
            seen.log = log.seen(LogWatch.Falling.FELL_QUIET);
        }
        return new Reporter(plan, seen).report("test", Instant.EPOCH, SECOND, false);
    }

    /** A quiet log. */
    private static final class OneLine implements LogTail {
        @Override
        public String source() {
            return "one line";
        }

        @Override
        public int poll(Consumer<String> lines) {
            lines.accept("2026-11-24 16:40:04,643 DEBUG app - hello");
            return 1;
        }

        @Override
        public void close() {}
    }
}
