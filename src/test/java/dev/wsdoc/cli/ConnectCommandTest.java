package dev.wsdoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.swarm.LoopbackPeer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code wsdoc connect}: how it comes to a server, what it writes down, and what it refuses. */
@Integration
@Timeout(60)
class ConnectCommandTest {
    private static final byte[] PONG = {(byte) 0x81, 4, 'p', 'o', 'n', 'g'};
    private static final byte[] SERVICE_RESTART = {(byte) 0x88, 2, 3, (byte) 0xf4};
    private static final byte[] NORMAL = {(byte) 0x88, 2, 3, (byte) 0xe8};

    @TempDir
    private Path folder;

    @Test
    void itComesAsTheOptionsSay() throws Exception {
        try (RecordingServer server = RecordingServer.start(InetAddress.getLoopbackAddress())) {
            CommandLineRun run = CommandLineRun.fed(
                    "shout\n",
                    "connect",
                    "ws://talk.invalid:" + server.getPort() + "/x",
                    "--resolve=talk.invalid:" + server.getPort() + ":127.0.0.1",
                    "--bearer=secret",
                    "-H",
                    "X-Tenant: blue",
                    "--subprotocol=chat.v2",
                    "--hello=hi there",
                    "-v");

            assertThat(run.out()).isEqualTo("shout\n");
            assertThat(run.err()).contains("wsdoc: connected, chat.v2\n").doesNotContain("secret");
            assertThat(server.requests)
                    .singleElement()
                    .satisfies(request -> assertThat(request)
                            .containsEntry("X-Tenant", "blue")
                            .containsEntry("Authorization", "Bearer secret")
                            .containsEntry("Sec-WebSocket-Protocol", "chat.v2"));
            assertThat(server.messages).containsExactly("hi there", "shout");
        }
    }

    @Test
    void itComesAsABrowserDid() throws Exception {
        try (RecordingServer server = RecordingServer.start(InetAddress.getLoopbackAddress())) {
            String curl = "curl 'ws://127.0.0.1:" + server.getPort() + "/y' -H 'Origin: http://o' -H 'User-Agent: B' "
                    + "-H 'Sec-WebSocket-Key: AAAA' -H 'Connection: Upgrade' -b 'a=1' -k";
            CommandLineRun run =
                    CommandLineRun.fed("", "connect", "--linger=0", "--from-curl", curl, "--origin=http://mine");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(server.requests)
                    .singleElement()
                    .satisfies(request -> assertThat(request)
                            .containsEntry("Origin", "http://mine")
                            .containsEntry("User-Agent", "B")
                            .containsEntry("Cookie", "a=1"));
        }
    }

    @Test
    void whatItRecordsItCanSayAgain() throws Exception {
        Path har = folder.resolve("talk.har");
        try (RecordingServer server = RecordingServer.start(InetAddress.getLoopbackAddress())) {
            String url = "ws://127.0.0.1:" + server.getPort() + "/";
            CommandLineRun.fed("shout 1\nquiet\n", "connect", url, "--origin=http://o", "--record", har.toString());
            assertThat(har).content().contains("\"receive\"", "\"shout 1\"", "\"quiet\"");
            CommandLineRun again = CommandLineRun.fed("not read", "connect", "--har", har.toString());

            assertThat(again.out()).isEqualTo("shout 1\n");
            assertThat(server.messages).containsExactly("shout 1", "quiet", "shout 1", "quiet");
            assertThat(server.requests)
                    .allSatisfy(request -> assertThat(request).containsEntry("Origin", "http://o"));
        }
    }

    @Test
    void afterAnEndItComesAgainAndSaysTheRest() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer()) {
            InputStream input = new PausedInput();
            CompletableFuture<CommandLineRun> run = CompletableFuture.supplyAsync(() -> CommandLineRun.fed(
                    input, "connect", "--reconnect", "--linger=0", peer.target().toString()));
            try (Socket first = peer.upgraded()) {
                first.getOutputStream().write(SERVICE_RESTART);
                assertThat(first.getInputStream().read()).isEqualTo(0x88);
            }
            try (Socket second = peer.upgraded()) {
                second.getOutputStream().write(PONG);
                second.getOutputStream().write(NORMAL);
                assertThat(second.getInputStream().read()).isEqualTo(0x88);
            }
            CommandLineRun ended = run.get(30, TimeUnit.SECONDS);
            assertThat(ended.out()).isEqualTo("pong\n");
            assertThat(ended.err())
                    .containsSubsequence("1012 (service restart)", "connecting again in", "1000 (normal)");
            assertThat(ended.exitCode()).isZero();
        }
    }

    /** Somebody who has not typed anything yet. */
    private static final class PausedInput extends InputStream {
        @Override
        public int read() {
            return read(new byte[1], 0, 1);
        }

        @Override
        public int read(byte[] bytes, int start, int length) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }
    }

    @Test
    void withoutAskingForItItDoesNotComeAgain() throws Exception {
        CommandLineRun run = CommandLineRun.fed("x\n", "connect", "ws://127.0.0.1:1/");
        assertThat(run.err()).isEqualTo("wsdoc: cannot connect to ws://127.0.0.1:1/: Connection refused\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aWrongLineEndsItPolitely() throws Exception {
        try (RecordingServer server = RecordingServer.start(InetAddress.getLoopbackAddress())) {
            CommandLineRun run = CommandLineRun.fed(
                    "{\"data\":\"a\"}\nnonsense\n", "connect", "--json-lines", "ws://127.0.0.1:" + server.getPort());
            assertThat(run.err()).contains("line 2 of the input is not JSON");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(server.messages).containsExactly("a");
            assertThat(server.closeCodes).containsExactly(1000);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                   | a URL is missing, such as ws://localhost:8000/ws
            ftp://h                              | 'ftp://h' has the scheme 'ftp'; use ws, wss, http or https
            ws://h --from-curl wget              | --from-curl: it does not begin with curl
            --from-curl curl --har x             | --from-curl and --har both say how to come; give one of them
            ws://h --json-lines --null           | --json-lines says what a message is, and so do --binary and --null
            ws://h --connect-timeout 0           | connect timeout PT0S is not positive
            ws://h --max-message 1               | maxMessageBytes 1 is below 125
            """)
    void whatMakesNoSenseIsWrongUsage(String args, String complaint) {
        String[] words = ("connect " + args).strip().split(" +", -1);
        CommandLineRun run = CommandLineRun.fed("", words);
        assertThat(run.err()).startsWith("wsdoc: " + complaint);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --har      | none.har       | --har: none.har: no such file
            --har      | pom.xml        | --har: pom.xml is not JSON
            --record   | none/x/y.har   | --record: cannot write none/x/y.har
            """)
    void filesThatCannotBeUsedAreNamed(String option, String file, String complaint) {
        CommandLineRun run = CommandLineRun.fed("", "connect", "ws://127.0.0.1:1", option, file);
        assertThat(run.err()).startsWith("wsdoc: " + complaint);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whoeverReadsNoMoreEndsIt() throws Exception {
        byte[] frames = new byte[4 * 4_000];
        for (int i = 0; i < frames.length; i += 4) {
            System.arraycopy(new byte[] {(byte) 0x81, 2, 'h', 'i'}, 0, frames, i, 4);
        }
        try (LoopbackPeer peer = new LoopbackPeer();
                WsdocProcess wsdoc = new WsdocProcess()) {
            CompletableFuture<Process> shell = CompletableFuture.supplyAsync(() -> {
                try {
                    return wsdoc.shell("sleep 20 | " + WsdocProcess.java() + " connect --linger 1m " + peer.target()
                            + " | head -3");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            try (Socket socket = peer.upgraded()) {
                CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
                    try {
                        while (true) {
                            socket.getOutputStream().write(frames);
                        }
                    } catch (IOException e) {
                        assertThat(e).isNotNull(); // nobody reads any more
                    }
                });
                flood.get(40, TimeUnit.SECONDS);
            }
            assertThat(new String(
                            shell.get(40, TimeUnit.SECONDS).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("hi\nhi\nhi\n");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void ctrlCClosesAndSaysSo() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                WsdocProcess wsdoc = new WsdocProcess()) {
            Process process = wsdoc.start("connect", peer.target().toString());
            try (Socket socket = peer.upgraded()) {
                WsdocProcess.signal(process, "INT");
                assertThat(socket.getInputStream().read()).isEqualTo(0x88);
                socket.getOutputStream().write(NORMAL);
                socket.shutdownOutput();
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(130);
            }
        }
    }

    @Test
    void aFileThatIsFullIsNoSuccess() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full));
        try (RecordingServer server = RecordingServer.start(InetAddress.getLoopbackAddress())) {
            CommandLineRun run = CommandLineRun.fed(
                    "x\n", "connect", "ws://127.0.0.1:" + server.getPort(), "--record", full.toString());
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("No space left");
        }
    }
}
