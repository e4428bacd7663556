package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.Integration;
import dev.wsdoc.model.Json;
import dev.wsdoc.report.PublishedSchema;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code wsdoc logs --follow} while servers write, rotate and truncate. */
@Integration
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
class LogsFollowTest {
    private static final String PIPE = "2026-11-25 10:00:00 ERROR app - Broken pipe\n";
    private static final String RESET = "2026-11-25 10:00:01 ERROR app - Connection reset by peer\n";
    private static final String BUG =
            "2026-11-25 10:00:02 ERROR app - kaboom\njava.lang.NullPointerException: x\n\tat a.B.c(B.java:1)\n";
    private static final String CALM = "2026-11-25 10:00:03 INFO app - hello\n";

    @TempDir
    private Path folder;

    private static void append(Path log, String text) throws Exception {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String incident(BufferedReader out) throws Exception {
        String incident = out.readLine();
        assertThat(out.readLine()).startsWith("    ");
        return incident;
    }

    @Test
    void showsEachIncidentOfEachLogAsItComesThroughRotationAndTruncation() throws Exception {
        Path app = Files.writeString(folder.resolve("app.log"), "an old ERROR\n");
        Path worker = folder.resolve("worker.log");
        try (WsdocProcess wsdoc = new WsdocProcess()) {
            Process process = wsdoc.start("logs", "-f", app.toString(), worker.toString());
            BufferedReader err = process.errorReader(UTF_8);
            assertThat(err.readLine()).isEqualTo("wsdoc: " + worker + ": is not there yet, waiting for it");
            assertThat(err.readLine()).startsWith("wsdoc: following " + app + ", " + worker);
            BufferedReader out = process.inputReader(UTF_8);

            append(app, CALM + PIPE);
            assertThat(incident(out)).isEqualTo(app + ":2  ERROR  BROKEN_PIPE  Broken pipe");
            append(worker, BUG);
            assertThat(incident(out)).isEqualTo(worker + ":1-3  ERROR  UNEXPECTED  kaboom");
            Files.move(app, folder.resolve("app.log.1"));
            append(app, RESET);
            assertThat(incident(out)).isEqualTo(app + ":3  ERROR  RESET  Connection reset by peer");
            Files.writeString(worker, PIPE);
            assertThat(incident(out)).isEqualTo(worker + ":4  ERROR  BROKEN_PIPE  Broken pipe");
            append(app, PIPE.strip());

            WsdocProcess.signal(process, "INT");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(incident(out)).as("a line without an end").startsWith(app + ":4  ERROR  BROKEN_PIPE");
            assertThat(out.lines().toList())
                    .contains("wsdoc logs  " + app + ", " + worker + " \u00b7 8 lines \u00b7 6 incidents")
                    .contains("Noise: 4 incidents");
        }
    }

    @Test
    void isValidJsonLineByLineAlsoWhenItIsEnded() throws Exception {
        Path app = Files.writeString(folder.resolve("app.log"), PIPE);
        try (WsdocProcess wsdoc = new WsdocProcess()) {
            Process process = wsdoc.start("logs", "-f", "--json", app.toString());
            process.errorReader(UTF_8).readLine();
            append(app, RESET);
            BufferedReader out = process.inputReader(UTF_8);
            PublishedSchema schema = PublishedSchema.named("logs-v1.schema.json");
            assertThat(schema.definition("explained").violations(out.readLine()))
                    .isEmpty();

            WsdocProcess.signal(process, "TERM");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            List<String> rest = out.lines().toList();
            assertThat(rest).hasSize(1);
            assertThat(schema.violations(rest.get(0))).isEmpty();
            JsonNode summary = Json.mapper().readTree(rest.get(0));
            assertThat(summary.get("interrupted").asBoolean()).isTrue();
            assertThat(summary.at("/audit/noise").asInt()).isEqualTo(1);
        }
    }

    @Test
    void readsWhatIsThereIfItIsToldSinceWhen() throws Exception {
        Path app = Files.writeString(folder.resolve("app.log"), PIPE + RESET);
        try (WsdocProcess wsdoc = new WsdocProcess()) {
            Process process = wsdoc.start("logs", "-f", "--since", "2026-11-25T10:00:01", app.toString());
            BufferedReader out = process.inputReader(UTF_8);
            assertThat(incident(out)).isEqualTo("line 2  ERROR  RESET  Connection reset by peer");
            append(app, PIPE);
            assertThat(incident(out)).as("what comes is of now").startsWith("line 3  ERROR  BROKEN_PIPE");
        }
    }

    @Test
    void endsWithItsInput() throws Exception {
        try (WsdocProcess wsdoc = new WsdocProcess()) {
            Process process = wsdoc.shell("printf '" + PIPE.replace("\n", "\\n") + "' | " + WsdocProcess.java()
                    + " logs -f - --fail-on noise");
            assertThat(process.inputReader(UTF_8).readLine()).startsWith("line 1  ERROR  BROKEN_PIPE");
            assertThat(process.exitValue()).isEqualTo(3);
        }
    }
}
