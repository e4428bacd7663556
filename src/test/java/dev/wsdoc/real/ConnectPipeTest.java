package dev.wsdoc.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.cli.CommandLineRun;
import dev.wsdoc.real.TalkServer.Maker;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code wsdoc connect} in a pipe, against servers that know nothing of wsdoc. */
@Integration
@Timeout(120)
class ConnectPipeTest {

    @ParameterizedTest
    @EnumSource
    void aLineInIsAMessageOutAndAMessageInIsALineOut(Maker maker) throws Exception {
        try (TalkServer server = TalkServer.start(maker)) {
            CommandLineRun run = CommandLineRun.fed("hello\nwörld ☃\n\nlast", "connect", server.url(""));

            assertThat(run.out()).isEqualTo("hello\nwörld ☃\n\nlast\n");
            assertThat(run.err()).isEqualTo("wsdoc: closed as asked; the server answered with 1000 (normal)\n");
            assertThat(run.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NODE_WS           | leaves   | 0 | the server closed with 1001 (going away): restart
            NODE_WS           | fails    | 3 | the server closed with 1011 (internal error): no database
            NODE_WS           | codeless | 3 | the server closed with a close frame without a code (1005)
            NODE_WS           | ends     | 3 | the server ended the connection (FIN) without a close frame (1006)
            NODE_WS           | resets   | 3 | the connection was reset (RST) without a close frame (1006)
            PYTHON_WEBSOCKETS | leaves   | 0 | the server closed with 1001 (going away): restart
            PYTHON_WEBSOCKETS | fails    | 3 | the server closed with 1011 (internal error): no database
            PYTHON_WEBSOCKETS | ends     | 3 | the server ended the connection (FIN) without a close frame (1006)
            """)
    void theExitCodeAndTheWordsTellHowItEnded(Maker maker, String how, int exitCode, String words) throws Exception {
        try (TalkServer server = TalkServer.start(maker)) {
            CommandLineRun run = CommandLineRun.fed("now\n", "connect", "--linger", "20s", server.url(how));

            assertThat(run.err()).isEqualTo("wsdoc: " + words + "\n");
            assertThat(run.exitCode()).isEqualTo(exitCode);
            assertThat(run.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneAnswerIsEnough(Maker maker) throws Exception {
        try (TalkServer server = TalkServer.start(maker)) {
            CommandLineRun run = CommandLineRun.fed("go\n", "connect", "-1", server.url("speaks-on"));

            assertThat(run.out()).isEqualTo("news 0\n");
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void noAnswerIsNoSuccess() throws Exception {
        try (TalkServer server = TalkServer.start(Maker.NODE_WS)) {
            CommandLineRun run = CommandLineRun.fed("go\n", "connect", "-1", "--linger=300ms", server.url("mute"));

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("no answer came");
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytesComeAsTheyWent(Maker maker) throws Exception {
        byte[] bytes = new byte[300_000];
        new SplittableRandom(7).nextBytes(bytes);
        try (TalkServer server = TalkServer.start(maker)) {
            CommandLineRun run = CommandLineRun.fed(bytes, "connect", "--binary", "--linger=2s", server.url(""));

            assertThat(run.out().getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void messagesOfSeveralLinesEndWithANul(Maker maker) throws Exception {
        try (TalkServer server = TalkServer.start(maker)) {
            CommandLineRun run = CommandLineRun.fed("a\nb\0c\0", "connect", "-0", server.url(""));

            assertThat(run.out()).isEqualTo("a\nb\0c\0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void jsonLinesLoseNothing(Maker maker) throws Exception {
        try (TalkServer server = TalkServer.start(maker)) {
            CommandLineRun run = CommandLineRun.fed(
                    "{\"data\":\"two\\nlines\"}\n{\"type\":\"binary\",\"base64\":\"AP8=\"}\n",
                    "connect",
                    "--json-lines",
                    server.url(""));

            assertThat(run.out().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).contains("\"type\":\"text\",\"size\":9,\"data\":\"two\\nlines\""),
                            line -> assertThat(line).contains("\"type\":\"binary\",\"size\":2,\"base64\":\"AP8=\""));
        }
    }

    @Test
    void lineEndsWithinAMessageBecomeBlanks() throws Exception {
        try (TalkServer server = TalkServer.start(Maker.NODE_WS)) {
            assertThat(CommandLineRun.fed("", "connect", server.url("greets")).out())
                    .isEqualTo("two lines\n");
        }
    }

    @Test
    void aMessageOf50MegabytesIsALine() throws Exception {
        try (TalkServer server = TalkServer.start(Maker.NODE_WS)) {
            assertThat(CommandLineRun.fed("go\n", "connect", "-1", "--linger=60s", server.url("big"))
                            .out())
                    .hasSize(50_000_001);
        }
    }

    @Test
    void aLineOfAMegabyteIsAMessage() throws Exception {
        String line = "z".repeat(1 << 20);
        try (TalkServer server = TalkServer.start(Maker.PYTHON_WEBSOCKETS)) {
            assertThat(CommandLineRun.fed(line + "\n", "connect", "-1", server.url(""))
                            .out())
                    .isEqualTo(line + "\n");
        }
    }
}
