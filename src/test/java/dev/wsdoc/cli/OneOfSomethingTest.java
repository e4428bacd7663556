package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.model.Json;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small numbers in reports and messages, and the names of files that are there no more. */
@Integration
@Timeout(60)
class OneOfSomethingTest {
    private static final String NOUNS =
            "victims|connections|messages|lines|entries|errors|retries|answers|descriptors|threads|bystanders|checks";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--half-close 1 --bystanders 1",
                "--freeze 1 --bystanders 1",
                "--abrupt 1 --bystanders 1 --defect noisy-log",
                "--abrupt 1 --bystanders 1 --defect before",
            })
    void isSingularInReports(String args) {
        CommandLineRun run = CommandLineRun.of(("chaos " + args).split(" ", -1));

        assertThat(run.out())
                .contains("1 of 1 alive")
                .contains("1 of 1 is alive")
                .doesNotContainPattern("\\b1 (of 1 )?(live |stale |unexpected )?(" + NOUNS + ")\\b")
                .doesNotContainPattern("\\b[01] of 1 (are|were|have)\\b");
    }

    @Test
    void isSingularWhereNothingCanBeOpened() throws Exception {
        try (RecordingServer server = RecordingServer.start(InetAddress.getLoopbackAddress())) {
            Path log = Files.writeString(folder.resolve("app.log"), "");
            CommandLineRun run = CommandLineRun.of(
                    "chaos", "ws://127.0.0.1:" + server.getPort(), "--abrupt", "1", "--log", log.toString());
            assertThat(run.out()).contains(log.toString()).doesNotContainPattern("\\b1 (" + NOUNS + ")\\b");
        }
        Path one = Files.writeString(
                folder.resolve("one.log"),
                "2026-11-23 10:00:00 ERROR app - lost\nWARN x\n2026-11-23 10:00:01 ERROR app - gone\n");
        CommandLineRun since =
                CommandLineRun.of("logs", one.toString(), "--since", "2026-11-23T10:00:01", "--top", "1");
        assertThat(since.out())
                .contains("1 of ")
                .doesNotContain("1 more sentences")
                .doesNotContain("1 had no time of their");
    }

    @ParameterizedTest
    @CsvSource({"noisy-log, 3", "none, 0"})
    void aReportNamesTheLogOnlyWhenItIsStillThere(String defect, int exitCode) throws Exception {
        Path json = folder.resolve("report.json");
        String[] args = ("chaos --abrupt 1 --report text --report json=" + json
                        + (exitCode == 0 ? "" : " --defect " + defect))
                .split(" ", -1);
        CommandLineRun run = CommandLineRun.of(args);

        assertThat(run.exitCode()).as(run.out()).isEqualTo(exitCode);
        Matcher files = Pattern.compile("(/\\S*wsdoc-\\S*\\.log)").matcher(run.out());
        assertThat(files.find()).isEqualTo(exitCode != 0);
        if (exitCode != 0) {
            assertThat(Path.of(files.group(1))).content(UTF_8).contains("ERROR");
            Files.delete(Path.of(files.group(1)));
        }
        assertThat(Json.mapper().readTree(json.toFile()).at("/log/source").asText())
                .isEqualTo("the reference server's log");
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(
            strings = {"chaos --abrupt 1 --bystanders 0", "chaos ws://127.0.0.1:1/ --abrupt 1 --exec 'touch started'"})
    void aLowLimitOfDescriptorsIsAnsweredByOneThatWouldDo(String args) throws Exception {
        String in = "cd " + folder + "; ";
        try (WsdocProcess wsdoc = new WsdocProcess()) {
            Process low = wsdoc.shell(in + "ulimit -n 64; " + WsdocProcess.java() + " " + args);
            String complaint = new String(low.getErrorStream().readAllBytes(), UTF_8);
            assertThat(low.exitValue()).isEqualTo(1);
            Matcher words = Pattern.compile(
                            "wsdoc: (\\d+) connections need \\d+ descriptors.*, but the limit is 64; (\\d+) would do:"
                                    + " 'ulimit -n (\\d+)'")
                    .matcher(complaint.strip());
            assertThat(words.matches()).as(complaint).isTrue();
            assertThat(folder.resolve("started")).doesNotExist();
            assertThat(words.group(3)).isEqualTo(words.group(2));

            Process enough = wsdoc.shell(in + "ulimit -n " + words.group(2) + "; " + WsdocProcess.java() + " " + args);
            assertThat(new String(enough.getErrorStream().readAllBytes(), UTF_8))
                    .doesNotContain("descriptors");
        }
    }
}
