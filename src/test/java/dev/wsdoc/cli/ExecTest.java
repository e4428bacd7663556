package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.Integration;
import dev.wsdoc.model.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that wsdoc starts itself, in processes of their own. */
@Integration
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
class ExecTest {
    private final int port = freePort();
    private final String url = "ws://127.0.0.1:" + port;

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CommandLineRun chaos(String url, String command, String... more) {
        List<String> args =
                new ArrayList<>(List.of("chaos", url, "--exec", command, "--bystanders", "2", "--detect-within", "1s"));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private static JsonNode finding(JsonNode report, String check) {
        for (JsonNode finding : report.at("/findings")) {
            if (finding.at("/check").asText().equals(check)) {
                return finding;
            }
        }
        throw new AssertionError("no finding of " + check + " in " + report);
    }

    private boolean isServed() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void theReferenceServerInItsOwnProcessIsHealthyAndGoneAfterwards() throws Exception {
        String serve = WsdocProcess.java() + " serve --log-level DEBUG --port " + port;

        CommandLineRun run = chaos(url, serve, "--abrupt", "40", "--half-close", "5", "--json");

        assertThat(run.err()).isEmpty();
        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(report.at("/findings"))
                .hasSize(23)
                .allSatisfy(
                        finding -> assertThat(finding.at("/outcome").asText()).isEqualTo("pass"));
        assertThat(report.at("/log/lines").asInt()).isPositive();
        assertThat(report.at("/log/source").asText()).isEqualTo("the server's output");
        assertThat(run.out()).doesNotContain("wsdoc-exec-");
        assertThat(isServed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "leaks-descriptors, process.fds-restored",
        "keeps-close-wait, process.no-close-wait",
        "leaks-memory, process.memory-restored",
        "dies, process.alive"
    })
    void findsWhatOnlyTheProcessShows(String disease, String check) throws Exception {
        CommandLineRun run = chaos(url, SickServer.command(disease, port), "--drop", "50", "--json");

        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(finding(report, check).at("/outcome").asText()).as(run.out()).isEqualTo("fail");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void quotesTheLastWordsOfAServerThatDies() throws Exception {
        CommandLineRun run = chaos(url, SickServer.command("dies", port), "--drop", "5", "--json");

        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(finding(report, "process.alive").at("/evidence").toString()).contains("FATAL a client vanished");
        assertThat(finding(report, "process.alive").at("/observed").asText())
                .matches("the server's process [0-9]+ ended with exit code [0-9]+, during 'drop'.*");
        assertThat(finding(report, "count.total-restored").at("/outcome").asText())
                .isEqualTo("not_checked");
        String kept = report.at("/notes").toString().replaceAll("(?s).*kept in ([^\"]+)\".*", "$1");
        assertThat(Path.of(kept)).content(UTF_8).contains("FATAL");
        Files.delete(Path.of(kept));
    }

    /** Not ten frames: the error that it died of. */
    @Test
    void quotesACrashFromItsStartWithTheMessageOfTheError() throws Exception {
        CommandLineRun run = chaos(url, SickServer.command("dies-of-an-error", port), "--drop", "1");

        assertThat(run.out().lines().map(String::strip))
                .as(run.out())
                .contains("> node:events:502", "> Error: read ECONNRESET")
                .anyMatch(line -> line.matches("> line [0-9]+: node:events:502 … Error: read ECONNRESET"));
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void findsNothingInAHealthyProcess() throws Exception {
        CommandLineRun run =
                chaos(url, SickServer.command("healthy", port), "--drop", "20", "--abrupt", "20", "--json");

        assertThat(Json.mapper().readTree(run.out()).at("/findings"))
                .as(run.out())
                .noneMatch(finding -> finding.at("/outcome").asText().equals("fail")
                        || finding.at("/outcome").asText().equals("warn"));
        assertThat(run.exitCode()).isZero();
    }

    /** It takes descriptors and memory, but a second wave of victims shows that it does so once. */
    @Test
    void aPoolThatGrowsOnceIsNoLeak() throws Exception {
        CommandLineRun run = chaos(url, SickServer.command("grows-a-pool", port), "--drop", "20", "--json");

        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(finding(report, "process.fds-restored").at("/outcome").asText())
                .isEqualTo("pass");
        assertThat(finding(report, "process.fds-restored").at("/observed").asText())
                .contains("a second wave of 10 victims left ");
        assertThat(finding(report, "process.memory-restored").at("/outcome").asText())
                .isEqualTo("pass");
        assertThat(report.at("/notes").toString()).contains("a second wave of 10 victims followed (drop 10)");
    }

    /** What is said of the second wave's victims is neither put down to the first ones' faults nor to the time after them. */
    @Test
    void theLogOfASecondWaveIsNotThatOfTheChaos() throws Exception {
        CommandLineRun run =
                chaos(url, SickServer.command("leaks-aloud", port), "--drop", "20", "--abrupt", "12", "--json");

        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(report.at("/notes").toString()).contains("a second wave of 16 victims followed");
        assertThat(finding(report, "process.fds-restored").at("/outcome").asText())
                .isEqualTo("fail");
        assertThat(finding(report, "log.expected-stays-quiet").at("/observed").asText())
                .startsWith("32 entries")
                .contains("drop 20", "abrupt 12")
                .doesNotContain("afterwards");
    }

    /** Victims of a storm come in their round, so that there is nobody to come up front once more. */
    @Test
    void whatIsLeftIsAWarningWhereNothingCanBeTriedAgain() throws Exception {
        CommandLineRun run = chaos(url, SickServer.command("leaks-descriptors", port), "--fault", "storm=2", "--json");

        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(finding(report, "process.fds-restored").at("/outcome").asText())
                .as(run.out())
                .isEqualTo("warn");
        assertThat(report.at("/notes").toString()).contains("there was no second wave: none of the faults has victims");
    }

    /** Nothing was left, so that nothing has to be tried again. */
    @Test
    void aHealthyProcessHasNoSecondWave() throws Exception {
        CommandLineRun run = chaos(url, SickServer.command("healthy", port), "--drop", "10", "--json");

        assertThat(Json.mapper().readTree(run.out()).at("/notes").toString()).doesNotContain("second wave");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "echo no such module; exit 4 ~ ended with exit code 4 before it accepted connections ~ no such module",
                "no-such-command-at-all ~ ended with exit code 127 ~ not found",
                "echo ready; echo proxy ready >>/dev/stdout; echo bye; exit 4 ~ ended with exit code 4"
                        + " ~ ready | proxy ready | bye",
                "exit 0 ~ ended with exit code 0 ~ it printed nothing",
                "echo still loading; sleep 60 ~ did not accept connections ~ within 1.0 s (--ready-within); its last output: still loading",
            })
    void saysInOneLineWhyTheServerDidNotStart(String command, String complaint, String words) {
        CommandLineRun run = chaos(url, command, "--abrupt", "1", "--ready-within", "1s");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("wsdoc: ")
                .contains(complaint)
                .contains(words)
                .hasLineCount(1);
    }

    @Test
    void refusesAUrlThatIsServedAlready() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CommandLineRun run = chaos("ws://127.0.0.1:" + other.getLocalPort(), "sleep 60", "--abrupt", "1");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("accepts connections there already").hasLineCount(1);
        }
    }

    @Test
    void whatAServerWritesWithoutEndIsKeptWithinBounds() throws Exception {
        String flood =
                "(echo the very first; yes 'INFO nothing of note, again and again' | head -c 200000000; echo the very last) & ";

        CommandLineRun run =
                chaos(url, flood + "exec " + SickServer.command("leaks-descriptors", port), "--drop", "30", "--json");

        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(report.at("/notes").toString())
                .containsPattern("[0-9.]+ MB of the server's output, between its beginning and its end, were not kept");
        Path kept = Path.of(report.at("/notes").toString().replaceAll("(?s).*kept in ([^\"]+)\".*", "$1"));
        assertThat(Files.size(kept)).isLessThan(64L << 20);
        assertThat(kept).content(UTF_8).startsWith("the very first").contains("bytes are missing here]");
        Files.delete(kept);
    }

    @Test
    void aServerThatCannotBeExaminedLeavesItsOutput() throws Exception {
        String command = "echo some words; exec " + WsdocProcess.java() + " serve --port " + port;
        CommandLineRun run = chaos(url + "/nowhere", command, "--drop", "3");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("; the server's output is kept in ").hasLineCount(1);
        Path kept = Path.of(run.err().strip().replaceAll(".*kept in ", ""));
        assertThat(kept).content(UTF_8).contains("some words");
        Files.delete(kept);
    }

    @ParameterizedTest
    @CsvSource({"INT", "KILL"})
    void endsTheServerAlsoWhenItIsItselfEnded(String signal) throws Exception {
        String serve = SickServer.command("healthy", port);
        try (WsdocProcess wsdoc = new WsdocProcess()) {
            Process chaos = wsdoc.start("chaos", url, "--exec", serve, "--freeze", "3", "--ping-wait", "60s");
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(this::isServed);
            WsdocProcess.signal(chaos, signal);

            assertThat(chaos.waitFor(20, TimeUnit.SECONDS)).isTrue();
            Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> !isServed());
        }
    }

    @Test
    void refusesAProcessThatIsNot() {
        CommandLineRun run = CommandLineRun.of("chaos", url, "--abrupt", "1", "--pid", "999999999");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("there is no process 999999999").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chaos --exec x | --exec starts a server, but no URL",
                "chaos --pid 1 | the embedded server runs in"
            })
    void wantsAUrl(String args, String complaint) {
        CommandLineRun run = CommandLineRun.of(args.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(complaint).hasLineCount(1);
    }
}
