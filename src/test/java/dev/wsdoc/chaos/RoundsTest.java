package dev.wsdoc.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.fault.Expectation;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.fault.Fault.Aftermath;
import dev.wsdoc.fault.Fault.Entrance;
import dev.wsdoc.fault.Fault.Farewell;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.report.FaultFigures;
import dev.wsdoc.report.Report;
import dev.wsdoc.server.Defect;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Verdict;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each fault by itself: whose are the log's lines, and what did its victims' sockets see? */
@Integration
@Execution(ExecutionMode.CONCURRENT)
class RoundsTest {
    @TempDir
    private Path folder;

    /** @param test how what the victims see is to be taken */
    private static StagedFault garbage(Function<SocketObservation, Mark> test) {
        Expectation expectation =
                new Expectation("the server ends it", "RFC 6455 4.2.1", test, "answer 400, and close");
        return new StagedFault(
                "garbage",
                Entrance.CONNECTED,
                1,
                Farewell.NONE,
                Aftermath.WATCHING,
                expectation,
                RoundsTest::sayGarbage);
    }

    private static void sayGarbage(Member member) {
        member.inject(ByteBuffer.wrap("\u0016\u0003\u0001 no HTTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    private static FaultFigures figures(Report report, String fault) {
        return report.faults().stream()
                .filter(figures -> figures.fault().equals(fault))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachLogEntryBelongsToTheFaultThatCausedIt() throws Exception {
        Report report = new Bench(folder)
                .with(Defect.NOISY_LOG)
                .inflicting("polite", 10)
                .inflicting("abrupt", 7)
                .inflicting("drop", 5)
                .examine();

        Finding finding = Bench.finding(report, "log.expected-stays-quiet");
        assertThat(finding.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(finding.observed()).containsPattern(" [(]drop [0-9]+, abrupt [0-9]+[)]$"); // nothing by polite
        assertThat(figures(report, "abrupt").logLines()).isGreaterThanOrEqualTo(7);
        assertThat(figures(report, "drop").logLines()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void withoutALogNoLinesAreCounted() throws Exception {
        Report report = new Bench(folder).inflicting("abrupt", 2).deaf().examine();

        assertThat(figures(report, "abrupt").logLines()).isNull();
    }

    @Test
    void anExpectationThatIsMetPasses() throws Exception {
        Report report = new Bench(folder)
                .inflicting(garbage(seen -> seen.isEnded() ? Mark.MET : Mark.MISSED), 4)
                .inflicting("abrupt", 3)
                .examine();

        Finding finding = Bench.finding(report, "fault.garbage");
        assertThat(finding.outcome()).isEqualTo(Outcome.PASS);
        assertThat(finding.expected()).isEqualTo("the server ends it (RFC 6455 4.2.1)");
        assertThat(finding.observed()).startsWith("4 ended");
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(figures(report, "garbage").inflicted()).isEqualTo(4);
    }

    @Test
    void anExpectationThatIsMissedFailsAndOneThatIsAShouldWarns() throws Exception {
        Report missed =
                new Bench(folder).inflicting(garbage(seen -> Mark.MISSED), 2).examine();
        Report should =
                new Bench(folder).inflicting(garbage(seen -> Mark.TOLERABLE), 2).examine();

        assertThat(Bench.finding(missed, "fault.garbage").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(Bench.finding(missed, "fault.garbage").remedy()).isEqualTo("answer 400, and close");
        assertThat(missed.verdict()).isEqualTo(Verdict.UNHEALTHY);
        assertThat(Bench.finding(should, "fault.garbage").outcome()).isEqualTo(Outcome.WARN);
        assertThat(should.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    /** Misbehaviour is no death: nobody is to notice it in time, and it is judged once, not twice. */
    @Test
    void misbehaviourIsNotJudgedAsADeath() throws Exception {
        Report report =
                new Bench(folder).inflicting(garbage(seen -> Mark.MISSED), 2).examine();

        assertThat(Bench.finding(report, "detect.in-time").outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(Bench.finding(report, "client.closed-by-server").outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(Bench.finding(report, "count.opened-agrees").outcome()).isEqualTo(Outcome.PASS);
        assertThat(Bench.finding(report, "count.total-restored").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void wavesComeOneAfterTheOtherAndAreAllAccountedFor() throws Exception {
        StagedFault storm =
                new StagedFault("storm", Entrance.UPGRADED, 6, Farewell.ABNORMAL, Aftermath.GONE, null, Member::reset);
        Report report = new Bench(folder)
                .inflicting(storm, 10)
                .inflicting("half-close", 5)
                .strict()
                .examine();

        assertThat(figures(report, "storm").inflicted()).isEqualTo(60);
        assertThat(figures(report, "storm").noticed()).isEqualTo(60);
        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() != Outcome.PASS)
                .isEmpty();
    }

    @Test
    void aFaultWithoutVictimsIsNotChecked() throws Exception {
        StagedFault late = new StagedFault(
                "late",
                Entrance.UPGRADED,
                2,
                Farewell.ABNORMAL,
                Aftermath.GONE,
                Expectation.ends("", "end it"),
                Member::reset);
        Report report = new Bench(folder)
                .with(Defect.REFUSES_AFTER_CHAOS)
                .inflicting("abrupt", 3)
                .inflicting(late, 3)
                .examine();

        assertThat(Bench.finding(report, "fault.late").outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("6 of 6 connections for late could not be opened"));
        assertThat(report.verdict()).isEqualTo(Verdict.UNHEALTHY);
    }
}
