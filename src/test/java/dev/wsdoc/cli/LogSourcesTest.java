package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.Integration;
import dev.wsdoc.model.Json;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The ways by which a server's log comes to wsdoc. */
@Integration
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class LogSourcesTest {
    private static final String ERROR = "2026-11-22 20:31:38,123 ERROR app - Unexpected error sending message to c1";

    @TempDir
    private Path folder;

    private RecordingServer server;
    private String url;

    @BeforeEach
    void start() throws Exception {
        server = RecordingServer.start(InetAddress.getLoopbackAddress());
        url = "ws://127.0.0.1:" + server.getPort();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void readsWhatACommandWritesFromNowOn() throws Exception {
        String command = "echo '" + ERROR + " long ago'; sleep 1.5; echo '" + ERROR + " today'; sleep 60";

        CommandLineRun run =
                CommandLineRun.of("chaos", url, "--no-anamnesis", "--drop", "3", "--log-command", command, "--json");

        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(report.at("/log/unexpected_error_lines").asInt())
                .as(run.out())
                .isEqualTo(1);
        assertThat(report.at("/log/offending/0").asText()).contains("today");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void saysInOneLineThatTheCommandFailed() {
        CommandLineRun run = CommandLineRun.of(
                "chaos", url, "--drop", "3", "--log-command", "echo no such container: app >&2; exit 5");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("ended with exit code 5: no such container: app")
                .hasLineCount(1);
    }

    @Test
    void waitsForAFileAndNamesTheSourceOfEachQuotation() throws Exception {
        Path late = folder.resolve("late.log");
        Path never = folder.resolve("never.log");
        String writer = "sleep 1.5; echo '" + ERROR + "' > '" + late + "'; sleep 60";

        CommandLineRun run = CommandLineRun.of(
                "chaos",
                url,
                "--no-anamnesis",
                "--drop",
                "3",
                "--log",
                late.toString(),
                "--log",
                never.toString(),
                "--log-command",
                writer,
                "--json");

        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(report.at("/log/offending/0").asText()).as(run.out()).startsWith(late + " line 1: ");
        assertThat(report.at("/notes").toString())
                .contains("late.log did not exist at first and was waited for")
                .contains("never.log never came to exist");
    }

    @Test
    void readsStandardInput() throws Exception {
        Path json = folder.resolve("report.json");
        String script = "(for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do echo '" + ERROR
                + "' || exit; sleep 0.8; done) | " + WsdocProcess.java() + " chaos " + url
                + " --drop 3 --log - --report json=" + json + " >/dev/null; true";
        try (WsdocProcess wsdoc = new WsdocProcess()) {
            wsdoc.shell(script);
        }

        JsonNode report = Json.mapper().readTree(Files.readString(json, UTF_8));
        assertThat(report.at("/log/source").asText()).isEqualTo("stdin");
        assertThat(report.at("/log/unexpected_error_lines").asInt())
                .as(report.toString())
                .isPositive();
    }

    @Test
    void saysInOneLineThatALogIsAFolder() {
        CommandLineRun run = CommandLineRun.of("chaos", url, "--drop", "3", "--log", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("is a directory").hasLineCount(1);
    }
}
