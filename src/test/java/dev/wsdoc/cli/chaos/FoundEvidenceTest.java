package dev.wsdoc.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.Integration;
import dev.wsdoc.cli.CommandLineRun;
import dev.wsdoc.cli.RecordingServer;
import dev.wsdoc.model.Json;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out about a server that runs on this machine, without a flag. */
@Integration
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class FoundEvidenceTest {
    @TempDir
    private Path temporary;

    private Path folder;
    private Path log;

    @BeforeEach
    void resolveLinks() throws Exception {
        folder = temporary.toRealPath();
        log = folder.resolve("app.log");
    }

    private static JsonNode chaos(String url, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("chaos", url, "--json", "--drop", "6", "--detect-within", "1s"));
        args.addAll(List.of(more));
        CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return Json.mapper().readTree(run.out());
    }

    private static String outcome(JsonNode report, String check) {
        for (JsonNode finding : report.at("/findings")) {
            if (finding.at("/check").asText().equals(check)) {
                return finding.at("/outcome").asText();
            }
        }
        throw new AssertionError("no finding of " + check + " in " + report);
    }

    private static List<String> notes(JsonNode report) {
        List<String> notes = new ArrayList<>();
        report.at("/notes").forEach(note -> notes.add(note.asText()));
        return notes;
    }

    @Test
    void processLogAndMetricsAreFoundWithoutAFlag() throws Exception {
        try (PythonServer server = PythonServer.start(Redirect.DISCARD, PythonServer.words(folder, 0, log))) {
            JsonNode report = chaos(server.url());

            long pid = server.process().pid();
            assertThat(notes(report))
                    .contains(
                            "examined process " + pid
                                    + " (python3 server.py), found by its port; --no-process leaves it out",
                            "log: " + log + ", found open in process " + pid + "; --no-log leaves it out",
                            "connections counted at http://127.0.0.1:" + server.port()
                                    + "/metrics ws_clients, found by opening 3 and 5");
            assertThat(outcome(report, "process.alive")).isEqualTo("pass");
            assertThat(outcome(report, "process.fds-restored")).isEqualTo("pass");
            assertThat(outcome(report, "count.total-restored")).isEqualTo("pass");
            assertThat(outcome(report, "log.no-unexpected-errors")).isEqualTo("fail");
            assertThat(report.at("/log/source").asText()).isEqualTo(log.toString());
            assertThat(report.at("/log/unexpected_error_lines").asInt()).isEqualTo(6);
        }
    }

    @Test
    void aServerWithoutAnyPageIsAskedTwiceAndNotCounted() throws Exception {
        List<String> words = PythonServer.withoutMetrics(PythonServer.words(folder, 0, log));
        try (PythonServer server = PythonServer.start(Redirect.DISCARD, words)) {
            JsonNode report = chaos(server.url());

            assertThat(outcome(report, "count.total-restored")).isEqualTo("not_checked");
            assertThat(Files.readAllLines(log).stream().filter(line -> line.contains("asked: ")))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("GET /metrics "));
        }
    }

    @Test
    void aFileThatTakesTheOutputIsTheLog() throws Exception {
        Path output = folder.resolve("nohup.out");
        try (PythonServer server = PythonServer.start(Redirect.to(output.toFile()), PythonServer.words(folder, 0))) {
            JsonNode report = chaos(server.url(), "--no-process");

            assertThat(report.at("/log/source").asText()).isEqualTo(output.toString());
            assertThat(outcome(report, "process.alive")).isEqualTo("not_checked");
            assertThat(notes(report)).noneMatch(note -> note.contains("examined process"));
        }
    }

    @Test
    void nothingIsFoundThatIsNotWanted() throws Exception {
        try (PythonServer server = PythonServer.start(Redirect.DISCARD, PythonServer.words(folder, 0, log))) {
            JsonNode report = chaos(server.url(), "--no-process", "--no-log");

            assertThat(report.at("/log").isNull() || report.at("/log").isMissingNode())
                    .isTrue();
            assertThat(outcome(report, "process.alive")).isEqualTo("not_checked");
        }
    }

    @Test
    void aLogThatIsNamedIsTheOnlyOne() throws Exception {
        Path named = folder.resolve("named.log");
        try (PythonServer server = PythonServer.start(Redirect.DISCARD, PythonServer.words(folder, 0, log))) {
            JsonNode report = chaos(server.url(), "--log", named.toString());

            assertThat(report.at("/log/source").asText()).isEqualTo(named.toString());
            assertThat(outcome(report, "process.alive")).isEqualTo("pass");
        }
    }

    @Test
    void theLogOfAProcessThatIsNamedIsFound() throws Exception {
        try (PythonServer server = PythonServer.start(Redirect.DISCARD, PythonServer.words(folder, 0, log))) {
            JsonNode report =
                    chaos(server.url(), "--pid", String.valueOf(server.process().pid()));

            assertThat(report.at("/log/source").asText()).isEqualTo(log.toString());
            assertThat(notes(report)).noneMatch(note -> note.contains("found by its port"));
        }
    }

    @Test
    void aServerWithoutALogIsSaidToHaveNone() throws Exception {
        try (PythonServer server = PythonServer.start(Redirect.DISCARD, PythonServer.words(folder, 0))) {
            assertThat(notes(chaos(server.url())))
                    .anyMatch(note -> note.startsWith(
                            "no log: process " + server.process().pid()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--no-log"})
    void aServerOfExecHasItsOutputAndItsOpenLogFollowed(String option) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String command = String.join(" ", PythonServer.words(folder, port, log));

        JsonNode report = option.isEmpty()
                ? chaos("ws://127.0.0.1:" + port, "--exec", command)
                : chaos("ws://127.0.0.1:" + port, "--exec", command, option);

        if (option.isEmpty()) {
            assertThat(report.at("/log/source").asText()).isEqualTo("the server's output, " + log);
            assertThat(report.at("/log/unexpected_error_lines").asInt()).isEqualTo(6);
        } else {
            assertThat(report.at("/log/source").isMissingNode()).isTrue();
        }
        assertThat(outcome(report, "process.alive")).isEqualTo("pass");
    }

    @Test
    void aServerInWsdocsOwnProcessIsNotExaminedAsOne() throws Exception {
        try (RecordingServer server = RecordingServer.start(InetAddress.getLoopbackAddress())) {
            JsonNode report = chaos("ws://127.0.0.1:" + server.getPort());

            assertThat(outcome(report, "process.alive")).isEqualTo("not_checked");
            assertThat(notes(report)).noneMatch(note -> note.contains("process ") || note.startsWith("log: "));
        }
    }

    @Test
    void theEmbeddedServerIsReportedAsEver() throws Exception {
        CommandLineRun run = CommandLineRun.of("chaos", "--drop", "6", "--json");

        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(notes(report))
                .containsExactly(
                        "the target is the reference server in this process, healthy",
                        "the log was watched for 3.00 s after everybody had left (--watch-after)");
        assertThat(report.at("/findings"))
                .noneMatch(finding -> finding.at("/check").asText().startsWith("process."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-process --pid 1 ws://127.0.0.1:1", "--no-process", "--no-log"})
    void refusesContradictionsInOneLine(String options) {
        CommandLineRun run = CommandLineRun.of(("chaos --drop 1 " + options).split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--no-").hasLineCount(1);
    }
}
