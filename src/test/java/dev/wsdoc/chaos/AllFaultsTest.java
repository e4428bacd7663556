package dev.wsdoc.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.report.Report;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every fault that there is, on a server that is well: not one warning. */
@Integration
@Execution(ExecutionMode.CONCURRENT)
class AllFaultsTest {
    @TempDir
    private Path folder;

    @RepeatedTest(3)
    void aHealthyServerPassesEveryCheckWithEveryFault() throws Exception {
        Bench bench = new Bench(folder).strict();
        for (Fault fault : Fault.all()) {
            bench.inflicting(fault, 4);
        }

        Report report = bench.examine();

        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() != Outcome.PASS)
                .isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(report.findings())
                .extracting(finding -> finding.check().name())
                .contains("fault.unmasked", "fault.slow-handshake", "fault.oversize-claim");
        assertThat(report.faults()).hasSize(Fault.all().size()).allSatisfy(figures -> {
            assertThat(figures.inflicted()).isEqualTo(figures.opened()).isPositive();
            assertThat(figures.noticed() == null || figures.noticed() == figures.opened())
                    .as(figures.fault())
                    .isTrue();
        });
    }
}
