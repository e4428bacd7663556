package dev.wsdoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.Integration;
import dev.wsdoc.checkup.FaultyServer;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.model.Json;
import dev.wsdoc.report.PublishedSchema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Integration
@Timeout(60)
class CheckCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check | missing required parameter: 'URL'",
                "check ftp://x | has the scheme 'ftp'",
                "check ws://127.0.0.1:1 -n 0 | -n 0 is not between 1 and 100000",
                "check ws://127.0.0.1:1 -n 2 --every 2h | --every is not between 0ms and 1h",
                "check ws://127.0.0.1:1 --every 1s | give -n too",
                "check ws://127.0.0.1:1 --up-to 1m | give --who-cut-me too",
                "check ws://127.0.0.1:1 --who-cut-me --up-to 0s | --up-to is not between 1s and 24h",
                "check ws://127.0.0.1:1 --connect-only --no-echo | leave --no-echo out",
                "check ws://127.0.0.1:1 --cert-days=-1 | --cert-days -1 is not between 0 and 10000",
                "check ws://127.0.0.1:1 --conect-only | did you mean '--connect-only'?"
            })
    void badInputGetsOneClearLine(String line, String words) {
        CommandLineRun run = CommandLineRun.of(line.strip().split(" ", -1));
        assertThat(run.exitCode()).as(run.err()).isIn(1, 2);
        assertThat(run.err()).hasLineCount(1).contains(words);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsOneLine() throws Exception {
        FaultyServer gone = FaultyServer.echoing();
        gone.close();
        CommandLineRun run = CommandLineRun.of("check", gone.url());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).hasLineCount(1).contains("cannot connect to " + gone.url());
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aRealRunKeepsToThePublishedSchema() throws Exception {
        try (FaultyServer server = FaultyServer.echoing()) {
            CommandLineRun run = CommandLineRun.of("check", server.url(), "-n", "5", "--every", "1ms", "--json");
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(PublishedSchema.named("report-v1.schema.json").violations(run.out()))
                    .isEmpty();
            JsonNode phases = Json.mapper().readTree(run.out()).at("/checkup/phases");
            assertThat(phases)
                    .extracting(phase -> phase.get("name").asText())
                    .containsExactly("TCP", "upgrade", "ping", "echo", "close");
            assertThat(phases)
                    .allSatisfy(phase ->
                            assertThat(phase.at("/series/count").asInt()).isEqualTo(5));
        }
    }

    @Test
    void connectOnlyOpensAndCloses() throws Exception {
        try (FaultyServer server = FaultyServer.echoing()) {
            CommandLineRun run = CommandLineRun.of("check", server.url(), "--connect-only");
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).contains("✓ upgrade.accepted").doesNotContain("ping.answered", "origin.");
        }
    }

    @Test
    void everyReportIsWritten(@TempDir Path folder) throws Exception {
        try (FaultyServer server = FaultyServer.echoing()) {
            CommandLineRun run = CommandLineRun.of(
                    "check",
                    server.url() + "?token=abc",
                    "--report=markdown=" + folder.resolve("check.md"),
                    "--report=junit=" + folder.resolve("check.xml"));
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(Files.readString(folder.resolve("check.md"))).contains("| upgrade |", "token=***");
            assertThat(Files.readString(folder.resolve("check.xml"))).contains("classname=\"wsdoc.check\"");
            assertThat(run.out()).contains("token=***").doesNotContain("token=abc");
        }
    }

    @Test
    void coloursAndBarsAreForTerminals() throws Exception {
        try (FaultyServer server = FaultyServer.echoing()) {
            String plain = CommandLineRun.of("check", server.url()).out();
            String coloured = CommandLineRun.on(Console.Reader.Place.TERMINAL, Map.of(), "check", server.url())
                    .out();
            String wanted = CommandLineRun.on(
                            Console.Reader.Place.TERMINAL, Map.of("NO_COLOR", "1"), "check", server.url())
                    .out();
            assertThat(plain).doesNotContain("\u001b");
            assertThat(coloured).contains("\u001b[32m");
            assertThat(wanted).doesNotContain("\u001b");
        }
    }

    @Test
    void ctrlCGivesWhatIsKnownSoFar() throws Exception {
        try (FaultyServer server = FaultyServer.echoing();
                WsdocProcess wsdoc = new WsdocProcess()) {
            Process process = wsdoc.start("check", server.url(), "--who-cut-me", "--connect-only");
            server.awaitConnections(5); // the one that is examined, and the four that are held
            WsdocProcess.signal(process, "INT");
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(out).isEqualTo(130);
            assertThat(out).contains("INTERRUPTED", "Who cuts", "✓ upgrade.accepted", "– idle.kept");
        }
    }
}
