package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.Integration;
import dev.wsdoc.cli.command.OwnFailures;
import dev.wsdoc.model.Json;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What wsdoc does when it fails itself. */
@Integration
@Timeout(90)
@EnabledOnOs({OS.LINUX, OS.MAC})
class OwnFailuresTest {
    @TempDir
    private Path folder;

    private String wsdoc(String options) throws Exception {
        BuggyFault.register(folder);
        return "'" + System.getProperty("java.home") + "/bin/java' -Xmx64m " + options + " -cp '" + folder
                + File.pathSeparator + System.getProperty("java.class.path") + "' " + Main.class.getName() + " ";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asserting | internal error: java.lang.AssertionError: staged; please report it with what --debug prints",
                "devouring | out of memory; give it more with WSDOC_JAVA_OPTS=-Xmx2g",
            })
    void endsInOneLineWithAReportThatIsIncompleteAndExitCodeOne(String fault, String line) throws Exception {
        Path json = folder.resolve("report.json");
        try (WsdocProcess processes = new WsdocProcess()) {
            Process run = processes.shell(wsdoc("") + "chaos --fault " + fault
                    + "=3 --i-own-this-server --bystanders 2 --report json=" + json + " >" + folder.resolve("out"));

            String err = new String(run.getErrorStream().readAllBytes(), UTF_8);
            assertThat(err).startsWith("wsdoc: " + line).hasLineCount(1);
            assertThat(run.exitValue()).isEqualTo(1);
        }
        JsonNode report = Json.mapper().readTree(json.toFile());
        assertThat(report.at("/interrupted").asBoolean()).isTrue();
        assertThat(report.at("/verdict").asText()).isNotEqualTo("healthy");
        assertThat(report.at("/notes").toString()).contains("cut short: wsdoc itself failed: java.lang.");
        assertThat(folder.resolve("out")).content(UTF_8).contains("INTERRUPTED");
    }

    @Test
    void showsWhereWithDebug() throws Exception {
        try (WsdocProcess processes = new WsdocProcess()) {
            Process run = processes.shell(
                    wsdoc("") + "chaos --fault asserting=1 --i-own-this-server --debug >" + folder.resolve("out"));

            assertThat(new String(run.getErrorStream().readAllBytes(), UTF_8)).contains("BuggyFault.inflict");
        }
    }

    @Test
    void comparesNothingThen() throws Exception {
        try (WsdocProcess processes = new WsdocProcess()) {
            Process run = processes.shell(wsdoc("") + "compare --fault asserting=1 --i-own-this-server");

            assertThat(run.exitValue()).isEqualTo(1);
            assertThat(run.getErrorStream().readAllBytes())
                    .asString(UTF_8)
                    .contains("staged")
                    .hasLineCount(1);
            assertThat(run.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void learnsOfThemFromTheLogAndFromWhoeverNotesThem() {
        try (OwnFailures failures = OwnFailures.watch()) {
            AssertionError bug = new AssertionError("logged");
            LoggerFactory.getLogger("dev.wsdoc.swarm.Something").error("It failed", bug);
            LoggerFactory.getLogger("dev.wsdoc.server.Something").error("The server's own");
            LoggerFactory.getLogger("dev.wsdoc.swarm.Something").warn("no bug");
            OwnFailures.note(new OutOfMemoryError("noted"));

            assertThat(failures.first()).isSameAs(bug);
            assertThat(failures.count()).isEqualTo(2);
        }
    }
}
