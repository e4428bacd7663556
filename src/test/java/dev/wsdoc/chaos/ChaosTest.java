package dev.wsdoc.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.report.FaultFigures;
import dev.wsdoc.report.Report;
import dev.wsdoc.server.Defect;
import dev.wsdoc.server.ServerConfig;
import dev.wsdoc.server.setting.Behaviour.BackgroundSweep;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.event.Level;

/** The experiment on servers that are well; some at a time, since each mostly waits. */
@Integration
@Execution(ExecutionMode.CONCURRENT)
class ChaosTest {
    @TempDir
    private Path folder;

    /** A false alarm is as bad as a miss: twenty runs in a row, in which even a warning would count. */
    @RepeatedTest(20)
    void aHealthyServerPassesEveryCheck() throws Exception {
        Report report = Bench.everyFault(folder).strict().examine();

        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() != Outcome.PASS)
                .isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(report.interrupted()).isFalse();
    }

    @Test
    void everyVictimIsAccountedForByThePathThatNoticedIt() throws Exception {
        Report report = Bench.everyFault(folder).examine();

        assertThat(report.faults()).allSatisfy(figures -> {
            assertThat(figures.inflicted()).isEqualTo(figures.opened());
            assertThat(figures.noticed()).isEqualTo(figures.opened());
            assertThat(figures.noticedBy().values().stream().mapToInt(Integer::intValue))
                    .isNotEmpty();
            assertThat(figures.detectMs()).isNotNull();
        });
        assertThat(figures(report, "polite").noticedBy()).containsOnlyKeys("closed");
        assertThat(figures(report, "freeze").noticedBy()).containsOnlyKeys("no_pong");
    }

    private static FaultFigures figures(Report report, String fault) {
        return report.faults().stream()
                .filter(figures -> figures.fault().equals(fault))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void expectedEndsAtInfoAreAWarning() throws Exception {
        Bench bench = new Bench(folder).inflicting("abrupt", 5);
        ServerConfig loud =
                bench.config().withBehaviour(bench.config().behaviour().withDisconnectLevel(Level.INFO));

        Report report = bench.with(loud).logging(Level.INFO).examine();

        Finding finding = Bench.finding(report, "log.expected-stays-quiet");
        assertThat(finding.outcome()).isEqualTo(Outcome.WARN);
        assertThat(finding.evidence().get(0)).contains("INFO");
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void aServerWithoutBackgroundSweepIsWarnedOf() throws Exception {
        Bench bench = new Bench(folder).inflicting("drop", 5);
        ServerConfig unswept =
                bench.config().withBehaviour(bench.config().behaviour().withBackgroundSweep(BackgroundSweep.OFF));

        Report report = bench.with(unswept).examine();

        assertThat(Bench.finding(report, "count.total-restored").outcome()).isEqualTo(Outcome.WARN);
        assertThat(Bench.finding(report, "count.total-restored").observed()).contains("background sweep is off");
    }

    @Test
    void whatNobodyWatchedIsNotChecked() throws Exception {
        Report report = new Bench(folder).inflicting("abrupt", 5).bystanders(0).examine();

        assertThat(Bench.finding(report, "client.closed-by-server").outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(Bench.finding(report, "client.closed-by-server").remedy()).contains("--half-close");
        assertThat(Bench.finding(report, "bystanders.alive").outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void aServerThatRefusesSomeVictimsIsWarnedOf() throws Exception {
        Bench bench = new Bench(folder).inflicting("abrupt", 30).bystanders(2);
        ServerConfig small = bench.config().withLimits(bench.config().limits().withMaxConnections(20));

        Report report = bench.with(small).examine();

        Finding finding = Bench.finding(report, "count.opened-agrees");
        assertThat(finding.outcome()).isEqualTo(Outcome.WARN);
        assertThat(finding.observed()).contains("could not be opened", "503");
        assertThat(figures(report, "abrupt").opened()).isEqualTo(17); // 20 less two bystanders and the provoker
    }

    @Test
    void saysHowTheServerEndedBystanders() throws Exception {
        Report report = new Bench(folder)
                .with(Defect.DROPS_BYSTANDERS)
                .inflicting("abrupt", 5)
                .examine();

        assertThat(Bench.finding(report, "bystanders.alive").observed())
                .containsPattern("are alive [(][1-9] (ended|reset)[^)]*[)]");
    }
}
