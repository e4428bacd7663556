package dev.wsdoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.model.Target;
import dev.wsdoc.server.ReferenceServer;
import dev.wsdoc.server.ServerConfig;
import dev.wsdoc.swarm.LoopbackPeer;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.helpers.NOPLogger;

/** {@code wsdoc connect} on a real terminal, by every key and order that it knows. */
@Integration
@Timeout(180)
@EnabledOnOs({OS.LINUX, OS.MAC})
class ConnectLiveTest {
    private static final String TIME = "[0-9:]{8}[.][0-9]{3}";

    @TempDir
    private Path folder;

    private ReferenceServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = ReferenceServer.start(ServerConfig.defaults().withPort(0), NOPLogger.NOP_LOGGER);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private String echo() {
        return "ws://127.0.0.1:" + server.port() + "/ws/echo";
    }

    private TmuxTerminal terminal(String url, String... more) throws Exception {
        return terminal(80, Map.of(), url, more);
    }

    private TmuxTerminal terminal(int columns, Map<String, String> environment, String url, String... more)
            throws Exception {
        String[] args = new String[more.length + 2];
        args[0] = "connect";
        args[1] = url;
        System.arraycopy(more, 0, args, 2, more.length);
        Map<String, String> all = new HashMap<>(Map.of("XDG_STATE_HOME", folder.toString(), "LC_ALL", "C.UTF-8"));
        all.putAll(environment);
        return new TmuxTerminal(columns, 40, all, args).shows("connected");
    }

    @Test
    void whatIsTypedIsSaidAndAnswersStandAboveThePrompt() throws Exception {
        try (TmuxTerminal terminal = terminal(echo())) {
            terminal.enter("hello").shows(TIME + " < hello  5 B · [0-9.]+ ms");
            terminal.enter("{\"a\":[1]}").shows("< 9 B · [0-9.]+ ms\n\\{\n  \"a\": \\[\n    1\n  \\]\n\\}");
            terminal.enter("/binary 00ff4142").shows("< binary · 4 B · [0-9.]+ ms\n00000000  00 ff 41 42 +\\|..AB\\|");
            terminal.enter("//slash").shows("< /slash  6 B");
            terminal.press("C-d").shows("closed as asked; the server answered with 1000 \\(normal\\)\nended with 0");
        }
    }

    @Test
    void aMessageMayHaveSeveralLines() throws Exception {
        try (TmuxTerminal terminal = terminal(echo())) {
            terminal.enter("one\\").shows("\n[.] ").enter("two").shows("< 7 B · .*\none\ntwo\n");
            terminal.type("x").press("M-Enter").type("y").press("Enter").shows("< 3 B · .*\nx\ny\n");
        }
    }

    @Test
    void pingsAndFiguresAreShown() throws Exception {
        try (TmuxTerminal terminal = terminal(echo())) {
            terminal.enter("/ping").shows("\\* pong after [0-9.]+ ms");
            terminal.enter("/pong x")
                    .enter("/frame text fin=0 par")
                    .enter("/frame continuation t")
                    .shows("< part  4 B");
            terminal.enter("/stats")
                    .shows("\\* said +0 messages")
                    .shows("\\* heard +1 message, 4 B, 0 pings, 1 pong")
                    .shows("\\* round trips +1: median")
                    .shows("\\* open for");
            terminal.enter("/help").shows("/half-close +send a FIN, and read on");
            terminal.enter("/nope").shows("there is no order /nope");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /close            | closed as asked; the server answered with 1000     | 0
            /close 4000 bye   | closed as asked; the server answered with 4000     | 0
            /abrupt           | ended as asked: abrupt                             | 0
            /drop             | ended as asked: drop                               | 0
            /half-close       | ended as asked: half-close, and the server ended   | 0
            /reserved-bits    | the server closed with 1002                        | 3
            """)
    void aTalkEndsInManyWays(String order, String words, int exitCode) throws Exception {
        try (TmuxTerminal terminal = terminal(echo())) {
            terminal.enter(order).shows(words).shows("ended with " + exitCode);
        }
    }

    @Test
    void whoIsFrozenHearsNothingUntilTheThaw() throws Exception {
        try (TmuxTerminal terminal = terminal(echo())) {
            terminal.enter("/freeze").shows("\\* freeze: nothing: no reads");
            terminal.enter("late").enter("/stats").shows("\\* said +1 message").shows("\\* heard +0 messages");
            terminal.enter("/thaw").shows("< late  4 B").enter("/close").shows("ended with 0");
        }
    }

    @Test
    void ordersAreCompleted() throws Exception {
        try (TmuxTerminal terminal = terminal(echo())) {
            terminal.type("/abr").press("Tab").shows("> /abrupt").press("Enter").shows("ended with 0");
        }
    }

    @Test
    void whatWasTypedIsThereTheNextTime() throws Exception {
        try (TmuxTerminal terminal = terminal(echo())) {
            terminal.enter("remember me").shows("< remember me").press("C-d").shows("ended with 0");
        }
        assertThat(folder.resolve("wsdoc/connect-history")).content().contains("remember me");
        try (TmuxTerminal terminal = terminal(echo())) {
            terminal.press("Up").shows("> remember me").press("Enter").shows("< remember me");
        }
    }

    @Test
    void ctrlCTakesBackWhatIsTypedAndThenLeaves() throws Exception {
        try (TmuxTerminal terminal = terminal(echo())) {
            terminal.type("half").shows("> half").press("C-c").shows("> half\\s*\n>");
            terminal.enter("whole").shows("< whole");
            terminal.press("C-c").shows("closed as asked").shows("ended with 130");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-c", "C-d"})
    void theSecondLineOfAMessageCanBeLeftToo(String key) throws Exception {
        try (TmuxTerminal terminal = terminal(echo())) {
            terminal.enter("one\\").shows("\n[.] ").press(key, key).shows("ended with (0|130)");
        }
    }

    @Test
    void theTalkCanBeSaved() throws Exception {
        Path text = folder.resolve("talk.txt");
        Path har = folder.resolve("talk.har");
        Path recorded = folder.resolve("recorded.har");
        try (TmuxTerminal terminal = terminal(echo(), "--record", recorded.toString())) {
            terminal.enter("hello").shows("< hello").enter("/binary 00ff").shows("< binary");
            terminal.enter("/save " + text).shows("\\* 4 messages in");
            terminal.enter("/save " + har).enter("/save " + folder).shows("cannot write");
            terminal.press("C-d").shows("ended with 0");
        }
        assertThat(text).content().containsPattern("Z > hello\n.*Z < hello\n.*Z > hex:00ff\n.*Z < hex:00ff\n");
        assertThat(har).content().contains("\"_webSocketMessages\"", "\"receive\"", "\"hello\"");
        assertThat(recorded).content().contains("\"_webSocketMessages\"", "\"receive\"", "\"hello\"");
    }

    @Test
    void aDumbTerminalWillDo() throws Exception {
        try (TmuxTerminal terminal = terminal(80, Map.of("TERM", "dumb"), echo())) {
            terminal.enter("hello").shows(TIME + " < hello  5 B");
            terminal.press("C-c").shows("ended with 130");
        }
    }

    @Test
    void twentyColumnsWillDo() throws Exception {
        try (TmuxTerminal terminal = terminal(20, Map.of("NO_COLOR", "1"), echo())) {
            terminal.enter("a line of more than twenty columns").shows("< a line of more");
            for (int columns = 19; columns < 60; columns++) {
                terminal.resize(columns, 20);
            }
            terminal.enter("after").shows("< after").press("C-d").shows("ended with 0");
        }
    }

    @Test
    void aPastedMegabyteIsOneMessage() throws Exception {
        Path pasted = Files.writeString(folder.resolve("pasted"), "p".repeat(1_000_000));
        try (TmuxTerminal terminal = terminal(echo())) {
            terminal.paste(pasted.toFile()).press("Enter").shows("ppp…  1[.]0 MB");
            terminal.press("C-d").shows("ended with 0");
        }
        assertThat(folder.resolve("wsdoc/connect-history")).content().doesNotContain("ppp");
    }

    @Test
    void whatSteersATerminalIsShownInstead() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                TmuxTerminal terminal = new TmuxTerminal(
                        80,
                        40,
                        Map.of("LC_ALL", "C.UTF-8"),
                        "connect",
                        "-v",
                        peer.target().toString())) {
            speakAndReset(peer, terminal);
            terminal.shows("\\* the connection was reset \\(RST\\)").shows("ended with 3");
        }
    }

    private static void speakAndReset(LoopbackPeer peer, TmuxTerminal terminal) throws Exception {
        try (Socket socket = peer.upgraded()) {
            OutputStream out = socket.getOutputStream();
            byte[] evil = "\u001b[2J\u202e\u0007".getBytes(StandardCharsets.UTF_8);
            out.write(new byte[] {(byte) 0x81, (byte) evil.length});
            out.write(evil);
            terminal.shows("< \\\\x1b\\[2J\\\\u202e\\\\x07");
            out.write(new byte[] {(byte) 0x89, 1, 'p'});
            terminal.shows("\\* the server pinged 'p'");
            out.write(new byte[] {(byte) 0x8a, 0});
            terminal.shows("\\* a pong that answers no ping");
            socket.setSoLinger(true, 0);
        }
    }

    /** The heap has 256 MB: what is not shown is not kept. */
    @Test
    void aFloodIsCountedAndTheScreenStaysAlive() throws Exception {
        byte[] frames = new byte[7 * 9_000];
        for (int i = 0; i < frames.length; i += 7) {
            System.arraycopy(new byte[] {(byte) 0x81, 5, 'f', 'l', 'o', 'o', 'd'}, 0, frames, i, 7);
        }
        try (LoopbackPeer peer = new LoopbackPeer();
                TmuxTerminal terminal = new TmuxTerminal(
                        80,
                        40,
                        Map.of("LC_ALL", "C.UTF-8"),
                        "connect",
                        peer.target().toString());
                Socket socket = peer.upgraded()) {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < 400; i++) {
                out.write(frames);
            }
            terminal.shows("< flood  5 B").shows("… [0-9]+ more messages \\([0-9.]+ [kM]B\\) not shown");
            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .pollInterval(1, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(terminal.enter("/stats").screen())
                            .containsPattern("\\* heard +3600000 messages, 18.0 MB"));
        }
    }

    @Test
    void withoutAServerThereIsNoPrompt() throws Exception {
        Target nobody = Target.parse("ws://127.0.0.1:1/");
        try (TmuxTerminal terminal = new TmuxTerminal(80, 40, Map.of(), "connect", nobody.toString())) {
            terminal.shows("wsdoc: cannot connect to ws://127.0.0.1:1/: Connection refused")
                    .shows("ended with 1");
        }
    }
}
