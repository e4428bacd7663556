package dev.wsdoc.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.chaos.ComplainingServer.Habit;
import dev.wsdoc.chaos.plan.ChaosPlan.Limits;
import dev.wsdoc.report.Report;
import dev.wsdoc.server.Defect;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a log says while it is written: late, in pieces, too much, or not at all. */
@Integration
@Timeout(120)
class LiveLogTest {
    private static final String TIME = "2026-11-25 20:31:38,123 ";

    @TempDir
    private Path folder;

    private Path log;
    private ComplainingServer server;

    @BeforeEach
    void createLog() throws IOException {
        log = Files.createFile(folder.resolve("app.log"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.end();
        }
    }

    private static Limits watching(Duration after) {
        return new Limits(Duration.ofSeconds(2), null, Duration.ofSeconds(60), after);
    }

    private Report examine(Habit habit, Duration watchAfter) throws Exception {
        server = ComplainingServer.start(log, habit);
        return new Bench(folder)
                .inflicting("abrupt", 3)
                .inflicting("drop", 2)
                .bystanders(2)
                .within(watching(watchAfter))
                .examine(server.target(), log);
    }

    @Test
    void aLateComplaintIsPutDownToTheFaultOfTheClientThatItNames() throws Exception {
        Report report = examine(
                (server, port, isFirst) ->
                        server.writeLater(5_000, TIME + "WARN app - Broken pipe for 127.0.0.1:" + port + "\n"),
                Duration.ofSeconds(6));

        Finding finding = Bench.finding(report, "log.expected-stays-quiet");
        assertThat(finding.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(finding.observed()).contains("abrupt 3").contains("drop 2").doesNotContain(" or drop");
        assertThat(report.notes()).contains("the log was watched for 6.00 s after everybody had left (--watch-after)");
    }

    @Test
    void aLateComplaintThatNamesNobodyIsPutDownToWhoeverMayHaveCausedIt() throws Exception {
        Report report = examine(
                (server, port, isFirst) -> server.writeLater(6_000, TIME + "WARN app - Broken pipe\n"),
                Duration.ofSeconds(7));

        assertThat(Bench.finding(report, "log.expected-stays-quiet").observed()).contains("(drop or abrupt 5)");
    }

    @Test
    void theReferenceServersLateNoiseIsFoundByWhatItCallsItsConnections() throws Exception {
        Report report = new Bench(folder)
                .inflicting("abrupt", 5)
                .inflicting("drop", 4)
                .with(Defect.LATE_NOISE)
                .watchingAsUsual()
                .examine();

        assertThat(Bench.finding(report, "log.expected-stays-quiet").observed())
                .contains("abrupt 5")
                .contains("drop 4");
    }

    @Test
    void whoIsEndedBeforeTheirTurnMakesLinesOfItsOwn() throws Exception {
        server = ComplainingServer.start(log, (server, port, isFirst) -> {}, 800);
        Report report = new Bench(folder)
                .inflicting("abrupt", 3)
                .inflicting("drop", 2)
                .bystanders(2)
                .examine(server.target(), log);

        assertThat(Bench.finding(report, "log.expected-stays-quiet").observed()).contains("abrupt before their turn");
    }

    @Test
    void aTraceThatIsWrittenInTwoPiecesIsOne() throws Exception {
        Report report = examine(
                (server, port, isFirst) -> {
                    if (isFirst) {
                        server.write("""
                                DEBUG onError java.io.IOException: Connection reset by peer
                                java.io.IOException: Connection reset by peer
                                \tat java.base/sun.nio.ch.SocketDispatcher.read0(Native Method)
                                """);
                        server.writeLater(2_500, "\tat example.Hub.read(Hub.java:650)\n");
                    }
                },
                Duration.ofSeconds(4));

        assertThat(Bench.finding(report, "log.no-unexpected-errors").outcome()).isEqualTo(Outcome.PASS);
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    /** 1.4 million lines once made a run end without a verdict. */
    @Test
    void aFloodIsAFindingAndDelaysNothing() throws Exception {
        Report report = examine(
                (server, port, isFirst) -> {
                    for (int i = 0; isFirst && i < 14; i++) {
                        server.write(
                                "2026/11/25 20:31:38 note to a client that is gone: nobody there\n".repeat(100_000));
                    }
                },
                Duration.ZERO);

        Finding finding = Bench.finding(report, "log.proportionate");
        assertThat(finding.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(finding.observed()).contains("MiB more that were not read");
        assertThat(report.verdict()).isEqualTo(Verdict.UNHEALTHY);
        assertThat(report.notes()).noneMatch(note -> note.contains("cut short") || note.contains("faster than"));
        assertThat(Bench.finding(report, "bystanders.alive").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aLogThatCannotBeReadIsNamedAsThat() throws Exception {
        Report report = examine(
                (server, port, isFirst) -> {
                    if (isFirst) {
                        replaceByAFolder();
                    }
                },
                Duration.ZERO);

        Finding finding = Bench.finding(report, "log.expected-stays-quiet");
        assertThat(finding.outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(finding.observed()).contains("cannot be read any more").contains("is a directory");
    }

    private void replaceByAFolder() {
        try {
            Files.move(log, folder.resolve("app.log.1"));
            Files.createDirectory(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
