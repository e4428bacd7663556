package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wsdoc.Integration;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code wsdoc serve}: what goes wrong at once in this process, what runs in one of its own, with real signals. */
@Integration
@Timeout(60)
class ServeCommandTest {
    private static final Pattern PORT = Pattern.compile("on http://127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    Path folder;

    private final WsdocProcess wsdoc = new WsdocProcess();

    @AfterEach
    void endWhatStillRuns() {
        wsdoc.close();
    }

    @Test
    void explainsEachDefect() {
        CommandLineRun run = CommandLineRun.of("serve", "--defect", "list");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("no-sweep").contains("deaf-to-eof").contains("what is wrong");
    }

    @Test
    void saysThatThePortIsInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandLineRun run = CommandLineRun.of("serve", "--port", String.valueOf(other.getLocalPort()));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualTo(String.format(
                            "wsdoc: port %d of 127.0.0.1 is in use; choose another with --port, or --port 0 for any free one%n",
                            other.getLocalPort()));
        }
    }

    @Test
    void saysWhatElseKeepsItFromListening() {
        assertThat(CommandLineRun.of("serve", "--host", "no-such-host.invalid").err())
                .isEqualTo(String.format("wsdoc: cannot listen: there is no host 'no-such-host.invalid'%n"));
        assertThat(CommandLineRun.of("serve", "--host", "192.0.2.1", "--port", "0")
                        .err())
                .startsWith("wsdoc: cannot listen on port 0 of 192.0.2.1: ");
        Path file = folder.resolve("none").resolve("x.log");
        CommandLineRun run = CommandLineRun.of("serve", "--port", "0", "--log-file", file.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("wsdoc: cannot write the log file " + file)
                .hasLineCount(1);
    }

    @Test
    void refusesUnknownDefects() {
        CommandLineRun run = CommandLineRun.of("serve", "--defect", "flu");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'flu'").contains("no-sweep").hasLineCount(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void closesEveryConnectionWith1001AndEndsWithZeroOnSigterm() throws Exception {
        Path log = folder.resolve("server.log");
        Process server = wsdoc.start("serve", "--port", "0", "--log-file", log.toString(), "--log-level", "debug");
        int port = port(server.inputReader(UTF_8));
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        WebSocket client = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/echo"), closing(closed))
                .get(10, TimeUnit.SECONDS);
        server.toHandle().destroy(); // SIGTERM, and the streams stay open
        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1001);
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(client.isInputClosed()).isTrue();
        assertThat(server.errorReader(UTF_8).lines()).isEmpty();
        assertThat(log).content().contains(" INFO wsdoc - Listening on ").contains(" DEBUG wsdoc - ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void logsToStandardErrorAndEndsWithZeroOnSigint() throws Exception {
        Process server = wsdoc.start("serve", "--port", "0", "--log-format", "json", "--defect", "no-sweep");
        BufferedReader out = server.inputReader(UTF_8);
        port(out);
        await().until(() -> String.valueOf(out.readLine()).startsWith("Sick on purpose: no-sweep, "));
        WsdocProcess.signal(server, "INT");
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(server.errorReader(UTF_8).lines()).isNotEmpty().allMatch(line -> line.startsWith("{"));
    }

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void saysOnceThatItsLogIsLost() throws Exception {
        Process server = wsdoc.start("serve", "--port", "0", "--log-file", "/dev/full", "--log-level", "debug");
        int port = port(server.inputReader(UTF_8));
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/echo"), new WebSocket.Listener() {})
                .get(10, TimeUnit.SECONDS);
        server.toHandle().destroy();

        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.errorReader(UTF_8).lines())
                .containsExactly("wsdoc: the log file /dev/full cannot be written: No space left on device; what the"
                        + " server says is lost until it can");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isQuietWhenItsReaderHasSeenEnough() throws Exception {
        Process shell = wsdoc.shell("{ " + WsdocProcess.java() + " help; echo $? >&2; } | true");
        assertThat(shell.errorReader(UTF_8).lines()).containsExactly("0");
    }

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void saysThatItsOutputWasLost() throws Exception {
        Process shell = wsdoc.shell(WsdocProcess.java() + " help > /dev/full; echo $? >&2");
        assertThat(shell.errorReader(UTF_8).lines())
                .containsExactly("wsdoc: cannot write to standard output: No space left on device", "1");
    }

    private static WebSocket.Listener closing(CompletableFuture<Integer> closed) {
        return new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                closed.complete(code);
                return CompletableFuture.completedStage(null);
            }
        };
    }

    private static int port(BufferedReader out) throws IOException {
        Matcher port = PORT.matcher(String.valueOf(out.readLine()));
        assertThat(port.find()).isTrue();
        return Integer.parseInt(port.group(1));
    }
}
