package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who interrupts gets what was seen so far, and no process is left, however dead the server is. */
@Integration
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
class InterruptionTest {
    @TempDir
    private Path folder;

    /** A server that is stopped answers nothing: neither its status page, nor a socket, nor the signal to end. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aServerThatHangsHoldsNoReportUp(String signal) throws Exception {
        Path json = folder.resolve("report.json");
        try (WsdocProcess wsdoc = new WsdocProcess()) {
            Process chaos = start(wsdoc, json);
            awaitContent(folder.resolve("app.log"), "bystander");
            ProcessHandle server = ProcessHandle.of(Long.parseLong(
                            Files.readString(folder.resolve("pid")).strip()))
                    .orElseThrow();
            signal(server, "STOP");

            signal(chaos.toHandle(), signal);

            assertThat(chaos.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(json).content(UTF_8).contains("cut short: interrupted");
            Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> !server.isAlive());
        }
    }

    private Process start(WsdocProcess wsdoc, Path json) throws IOException {
        int port = freePort();
        String serve = WsdocProcess.java() + " serve --log-level DEBUG --log-file '" + folder.resolve("app.log")
                + "' --port " + port;
        return wsdoc.start(
                "chaos",
                "ws://127.0.0.1:" + port,
                "--exec",
                "echo $$ > '" + folder.resolve("pid") + "'; exec " + serve,
                "--freeze",
                "2",
                "--ping-wait",
                "60s",
                "--report",
                "json=" + json);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitContent(Path file, String text) {
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> Files.exists(file) && Files.readString(file).contains(text));
    }

    private static void signal(ProcessHandle process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
