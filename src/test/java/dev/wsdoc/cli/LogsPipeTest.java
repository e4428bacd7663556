package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.Integration;
import dev.wsdoc.model.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code wsdoc logs} between other programs. */
@Integration
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class LogsPipeTest {
    private static final String UVICORN = LogsCommandTest.captured("uv_ws.log");

    @Test
    void readsStandardInputAndEndsWithItsReader() throws Exception {
        try (WsdocProcess wsdoc = new WsdocProcess()) {
            Process process = wsdoc.shell(
                    "cat " + UVICORN + " | " + WsdocProcess.java() + " logs --explain --json | head -n 10 | tail -n 1");
            assertThat(process.inputReader(UTF_8).readLine())
                    .startsWith("{\"line\":11,\"lines\":48,\"level\":\"ERROR\",\"category\":\"CLOSED\",");
            assertThat(process.errorReader(UTF_8).lines()).isEmpty();
        }
    }

    @Test
    void explainsWhileTheLogIsStillWrittenAndObeysCtrlC() throws Exception {
        try (WsdocProcess wsdoc = new WsdocProcess()) {
            Process process = wsdoc.start("logs", "--explain");
            OutputStream log = process.getOutputStream();
            log.write("ERROR:    Broken pipe\nINFO:     hello\n".getBytes(UTF_8));
            log.flush();
            BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            assertThat(out.readLine()).isEqualTo("line 1  ERROR  BROKEN_PIPE  Broken pipe");

            WsdocProcess.signal(process, "INT");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(out.lines()).contains("wsdoc logs  stdin \u00b7 2 lines \u00b7 2 incidents");
            assertThat(process.errorReader(UTF_8).readLine())
                    .isEqualTo("wsdoc: interrupted after 2 lines, so this is not the whole log");
        }
    }

    /** Also when the log is too short for one look at what kind it is. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ERROR: boom\n"})
    void endsWithItsInput(String log) throws Exception {
        try (WsdocProcess wsdoc = new WsdocProcess()) {
            Process process =
                    wsdoc.shell("printf '" + log.replace("\n", "\\n") + "' | " + WsdocProcess.java() + " logs --json");
            JsonNode audit = Json.mapper().readTree(process.getInputStream());
            assertThat(process.exitValue()).isZero();
            assertThat(audit.at("/audit/lines").asInt()).isEqualTo(log.isEmpty() ? 0 : 1);
        }
    }
}
