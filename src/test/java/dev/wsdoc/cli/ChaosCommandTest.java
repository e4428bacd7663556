package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.Integration;
import dev.wsdoc.model.Json;
import dev.wsdoc.server.LogFormat;
import dev.wsdoc.server.LogTarget;
import dev.wsdoc.server.ReferenceServer;
import dev.wsdoc.server.ServerConfig;
import dev.wsdoc.server.ServerLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

/** {@code wsdoc chaos} and {@code wsdoc compare} as from a shell. */
@Integration
@Timeout(90)
class ChaosCommandTest {
    @TempDir
    private Path folder;

    @Test
    void examinesTheEmbeddedServerAndFindsItHealthy() {
        CommandLineRun run = CommandLineRun.of("chaos", "--abrupt", "20", "--seed", "7");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("HEALTHY").contains("seed 7").contains("server.accepts-after");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void findsASickServerUnhealthyAndSaysWhy() {
        CommandLineRun run = CommandLineRun.of("chaos", "--abrupt", "20", "--defect", "noisy-log");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("UNHEALTHY").contains("log.expected-stays-quiet");
    }

    @Test
    void addsVictimsThatShowTheDefect() {
        CommandLineRun run = CommandLineRun.of(
                "chaos", "--abrupt", "5", "--defect", "deaf-to-eof", "--detect-within", "1s", "--json");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo(String.format(
                        "wsdoc: deaf-to-eof shows only on drop or half-close victims; adding --fault half-close=10%n"));
    }

    @Test
    void writesEveryReportThatIsAskedFor() throws Exception {
        Path junit = folder.resolve("chaos.xml");
        Path markdown = folder.resolve("chaos.md");

        CommandLineRun run = CommandLineRun.of(
                "chaos", "--drop", "5", "--json", "--report", "junit=" + junit, "--report", "markdown=" + markdown);

        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(report.at("/verdict").asText()).isEqualTo("healthy");
        assertThat(report.at("/faults/0/fault").asText()).isEqualTo("drop");
        assertThat(report.at("/faults/0/noticed").asInt()).isEqualTo(5);
        assertThat(report.at("/log/unexpected_error_lines").asInt()).isZero();
        assertThat(junit).content(UTF_8).contains("count.total-restored");
        assertThat(markdown).content(UTF_8).contains("count.total-restored");
    }

    @Test
    void examinesAServerElsewhereWithItsLog() throws Exception {
        Path log = folder.resolve("server.log");
        try (ServerLog serverLog = ServerLog.open(new LogTarget.File(log), Level.DEBUG, LogFormat.JSON);
                ReferenceServer server =
                        ReferenceServer.start(ServerConfig.defaults().withPort(0), serverLog.logger())) {
            String url = "ws://localhost:" + server.port();

            CommandLineRun run =
                    CommandLineRun.of("chaos", url, "--log", log.toString(), "--abrupt", "10", "--half-close", "5");

            assertThat(run.out())
                    .contains("HEALTHY: 18 of 23 checks passed, 5 not checked")
                    .contains("RESET");
            assertThat(run.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chaos --abrupt 0 | 2 | --abrupt is 0",
                "chaos --fault explode=3 | 2 | no fault 'explode'",
                "chaos --fault half-clos=3 | 2 | did you mean 'half-close'?",
                "chaos --fault abrupt=3 --abrupt 3 | 2 | given twice",
                "chaos --fault abrupt=3 --fault abrupt=4 | 2 | given twice",
                "chaos --fault abrupt=many | 2 | --fault abrupt=many: 'many' is not a number of victims; write it like abrupt=10",
                "chaos --fault abrupt=-1 | 2 | --fault abrupt=-1: it must be at least 1",
                "chaos --abrupt 1 --timeout 0 | 2 | --timeout is 0 ms, it must be longer than 0",
                "chaos --abrupt 1 --resolve a:1:127.0.0.1 | 2 | no URL is given",
                "chaos --profile hostil | 2 | did you mean 'hostile'?",
                "chaos --profile push=0 | 2 | --profile push=0: it must be at least 1",
                "chaos --profile all | 2 | add --i-own-this-server",
                "chaos --fault oversize-claim | 2 | wsdoc: 'oversize-claim' may take the server down",
                "compare --profile destructive=2 | 2 | add --i-own-this-server",
                "chaos --abrupt 3 --bystanders -1 | 2 | --bystanders is -1",
                "chaos ftp://x --abrupt 3 | 2 | scheme 'ftp'",
                "chaos ws://localhost:1 --abrupt 3 --defect before | 2 | wsdoc serve --defect before",
                "chaos ws://localhost:1 --abrupt 3 --log /no/such.log | 1 | nor the folder",
                "chaos --abrupt 3 --log x.log | 2 | no URL is given",
                "chaos --abrupt 3 --log-command tail | 2 | --log-command tail names the log of a server, but no URL",
                "chaos --abrupt 3 --status-url http://a/ --count /n | 2 | --status-url and --metrics-url are a server's",
                "chaos --abrupt 3 --metrics-url http://a/ --metric n | 2 | --status-url and --metrics-url are a server's",
                "chaos ws://127.0.0.1:1 --abrupt 3 --exec x --ready-within 0 | 2 | --ready-within is 0, it must be longer",
                "chaos --abrupt 3 --report junit=/no/such/dir/x.xml | 1 | /no/such/dir",
                "chaos --abrupt 9000000 | 1 | ulimit -n",
                "chaos ws://no-such-host.invalid/ --abrupt 3 | 1 | does not resolve",
            })
    void saysInOneLineWhatIsWrong(String args, int exitCode, String complaint) {
        CommandLineRun run = CommandLineRun.of(args.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).startsWith("wsdoc: ").contains(complaint).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anyLimitThatCanBeWrittenIsTaken() {
        CommandLineRun run =
                CommandLineRun.of("chaos", "--detect-within", "100000d", "--abrupt", "1", "--half-close", "1");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    /** What servers answer that are none, or want something else first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 OK\\r\\nContent-Length: 0 | answered the upgrade with 200 OK",
                "HTTP/1.1 401 Unauthorized\\r\\nContent-Length: 0 | 401 Unauthorized; it wants credentials",
                "HTTP/1.1 403 Forbidden\\r\\nContent-Length: 0 | 403 Forbidden; it wants credentials",
                "HTTP/1.1 404 Not Found\\r\\nContent-Length: 0 | 404 Not Found; is the path right?",
                "HTTP/1.1 302 Found\\r\\nLocation: /login | redirects to /login",
                "HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: eA==| does not keep to the WebSocket handshake",
                "SSH-2.0-OpenSSH_9.2 | speaks no WebSocket",
            })
    void saysWhyTheServerCannotBeExamined(String answer, String complaint) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            byte[] bytes = (answer.replace("\\r\\n", "\r\n") + "\r\n\r\n").getBytes(UTF_8);
            CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> answerEverybody(server, bytes));

            CommandLineRun run = CommandLineRun.of("chaos", "ws://127.0.0.1:" + server.getLocalPort(), "--abrupt", "3");

            assertThat(run.err()).startsWith("wsdoc: ").contains(complaint).hasLineCount(1);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(serving).isNotDone();
        }
    }

    private static void answerEverybody(ServerSocket server, byte[] answer) {
        while (true) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read(new byte[4096]);
                socket.getOutputStream().write(answer);
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whenInterruptedItTellsWhatItLearnt() throws Exception {
        Path json = folder.resolve("report.json");
        try (WsdocProcess wsdoc = new WsdocProcess()) {
            Process chaos = wsdoc.start(
                    "chaos", "--freeze", "5", "--defect", "no-ping", "--ping-wait", "60s", "--report", "json=" + json);
            Path descriptors = Path.of("/proc", String.valueOf(chaos.pid()), "fd");
            Awaitility.await().until(() -> sockets(descriptors) > 20);
            WsdocProcess.signal(chaos, "INT");

            assertThat(chaos.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(chaos.exitValue()).isEqualTo(130);
            assertThat(chaos.inputReader(UTF_8).lines()).anyMatch(line -> line.contains("INTERRUPTED"));
        }
        JsonNode report = Json.mapper().readTree(json.toFile());
        assertThat(report.at("/interrupted").asBoolean()).isTrue();
        assertThat(report.at("/verdict").asText()).isEqualTo("inconclusive");
    }

    private static long sockets(Path descriptors) throws IOException {
        long count = 0;
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                count += isSocket(link) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isSocket(Path link) {
        try {
            return Files.readSymbolicLink(link).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    @Test
    void comparesTheServerBeforeAndAfterItsCure() throws Exception {
        CommandLineRun run = CommandLineRun.of("compare", "--abrupt", "10", "--bystanders", "2", "--json");

        JsonNode comparison = Json.mapper().readTree(run.out());
        assertThat(run.exitCode()).isZero();
        assertThat(comparison.at("/before/verdict").asText()).isEqualTo("unhealthy");
        assertThat(comparison.at("/after/verdict").asText()).isEqualTo("healthy");
        assertThat(comparison.at("/before/unexpected_error_lines").asInt()).isGreaterThan(10);
        assertThat(comparison.at("/after/unexpected_error_lines").asInt()).isZero();
        assertThat(comparison.at("/before/left_behind").asInt()).isEqualTo(10);
        assertThat(comparison.at("/after/left_behind").asInt()).isZero();
        assertThat(comparison.at("/reduction_percent").asDouble()).isEqualTo(100.0);
    }
}
