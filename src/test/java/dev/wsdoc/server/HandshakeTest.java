package dev.wsdoc.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.model.Category;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes to the door: good handshakes in any pieces, and everything else. */
class HandshakeTest {
    private static final String GOOD = RawClient.request("/ws/echo");

    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                RunningServer.start(config -> config.withTiming(config.timing().withHandshake(Duration.ofMillis(400))));
    }

    @AfterEach
    void stop() throws IOException {
        server.open("/ws/echo").close();
        server.closeHealthy();
    }

    private String answerTo(String request) throws IOException {
        try (RawClient client = RawClient.connect(server.port())) {
            client.send(request);
            String head = client.readHead();
            if (!head.startsWith("HTTP/1.1 101")) {
                client.awaitEnd();
            }
            return head;
        }
    }

    @Test
    void computesTheAcceptKeyOfTheRfc() throws IOException {
        String answer = answerTo(GOOD);
        assertThat(answer).startsWith("HTTP/1.1 101 ");
        assertThat(RawClient.header(answer, "Sec-WebSocket-Accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        assertThat(RawClient.header(answer, "Upgrade")).isEqualToIgnoringCase("websocket");
        assertThat(RawClient.header(answer, "Connection")).isEqualToIgnoringCase("upgrade");
    }

    @Test
    void takesAHandshakeByTheByte() throws IOException {
        try (RawClient client = RawClient.connect(server.port())) {
            for (byte part : GOOD.getBytes(UTF_8)) {
                client.send(new byte[] {part});
            }
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        }
    }

    @Test
    void readsFramesThatCameWithTheHandshake() throws IOException {
        try (RawClient client = RawClient.connect(server.port())) {
            byte[] frame = RawClient.frame(0x80 | RawClient.TEXT, "early".getBytes(UTF_8));
            byte[] head = GOOD.getBytes(UTF_8);
            byte[] both = java.util.Arrays.copyOf(head, head.length + frame.length);
            System.arraycopy(frame, 0, both, head.length, frame.length);
            client.send(both);
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
            assertThat(client.read().text()).isEqualTo("early");
        }
    }

    @Test
    void acceptsNoExtensionAndNoSubprotocol() throws IOException {
        String answer = answerTo(RawClient.request(
                "/ws/echo",
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
                "Sec-WebSocket-Protocol: chat, superchat"));
        assertThat(answer).startsWith("HTTP/1.1 101 ");
        assertThat(RawClient.header(answer, "Sec-WebSocket-Extensions")).isEmpty();
        assertThat(RawClient.header(answer, "Sec-WebSocket-Protocol")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/ws/nowhere, 404",
        "/, 404",
        "/ws/customer/, 400",
        "/ws/customer/with%20space, 400",
        "/ws/customer/a/b, 400",
        "/ws/customer/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 400",
    })
    void refusesPathsThatLeadNowhere(String path, int status) throws IOException {
        assertThat(answerTo(RawClient.request(path))).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-WebSocket-Version: 13, Sec-WebSocket-Version: 8, 426",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, X-None: 1, 400",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, Sec-WebSocket-Key: short, 400",
        "Connection: Upgrade, Connection: close, 400",
        "Host: localhost, X-Host: localhost, 400",
        "GET /ws, POST /ws, 405",
        "HTTP/1.1, HTTP/1.0, 400",
        "HTTP/1.1, HTTX/9, 400",
        "Host: localhost, no colon, 400",
    })
    void refusesAHandshakeThatBreaksTheRfc(String good, String bad, int status) throws IOException {
        String answer = answerTo(GOOD.replace(good, bad));
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        if (status == 426) {
            assertThat(RawClient.header(answer, "Sec-WebSocket-Version")).isEqualTo("13");
        }
        assertThat(server.stats().refusals().handshake()).isOne();
        assertThat(server.stats().errors()).containsEntry(Category.HANDSHAKE, 1L);
    }

    @Test
    void refusesAHandshakeWithTwoHosts() throws IOException {
        assertThat(answerTo(RawClient.request("/ws/echo", "Host: other"))).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void answers400ToWhatIsNotHttp() throws IOException {
        try (RawClient tls = RawClient.connect(server.port())) {
            tls.sendHex("16 03 01 02 00 01 00 01 fc 03 03 00 00 00");
            assertThat(tls.readHead()).startsWith("HTTP/1.1 400 ");
            tls.awaitEnd();
        }
        server.awaitLogLine("DEBUG wsdoc - Handshake with 127.0.0.1:");
    }

    /** Read as Latin-1, the second byte of an A with a grave accent in UTF-8 is a control; it is none of ASCII's. */
    @Test
    void takesEveryByteAbove7fInAHeader() throws IOException {
        assertThat(answerTo(RawClient.request("/ws/echo", "X-Name: \u00c3\u0080")))
                .startsWith("HTTP/1.1 101 ");
        for (int high = 0x80; high <= 0xff; high++) {
            assertThat(answerTo(RawClient.request("/ws/echo", "X-Name: a" + (char) high)))
                    .as("byte %x", high)
                    .startsWith("HTTP/1.1 101 ");
        }
        for (int control : new int[] {0, 1, 8, 0x0b, 0x1f, 0x7f}) {
            assertThat(answerTo(RawClient.request("/ws/echo", "X-Name: a" + (char) control)))
                    .as("byte %x", control)
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    /** Some terminals and viewers end a line, or begin a command, at a control of Latin-1. */
    @Test
    void writesNoControlOfAnOriginToTheLog() throws IOException {
        assertThat(answerTo(RawClient.request("/ws/admin", "Origin: http://a\u0085b\u009bc\u00c0")))
                .startsWith("HTTP/1.1 403 ");
        server.awaitLogLine("403 origin http://a?b?c\u00c0 is not allowed");
    }

    @Test
    void doesNotLetARequestForgeLinesOfTheLog() throws IOException {
        assertThat(answerTo(RawClient.request("/ws/echo", "Origin: x\n2026 ERROR wsdoc - Unexpected error")))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void answers431ToAHeadWithoutEnd() throws IOException {
        assertThat(answerTo("GET /ws/echo HTTP/1.1\r\nX-Long: " + "x".repeat(9_000)))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void cutsOffAHandshakeThatDripsTooSlowly() throws IOException {
        try (RawClient slow = RawClient.connect(server.port());
                RawClient silent = RawClient.connect(server.port())) {
            slow.send("GET /ws/echo HTTP/1.1\r\n");
            assertThat(slow.readHead()).startsWith("HTTP/1.1 408 ");
            slow.awaitEnd();
            org.assertj.core.api.Assertions.assertThatThrownBy(silent::readHead).isInstanceOf(EOFException.class);
        }
        assertThat(server.stats().refusals().handshake()).isEqualTo(2);
    }

    @Test
    void takesItCalmlyWhenAClientLeavesAtTheDoor() throws IOException {
        RawClient early = RawClient.connect(server.port());
        early.send("GET /ws/ec");
        early.reset();
        RawClient.connect(server.port()).close();
        server.awaitStats(stats -> stats.refusals().handshake() == 2);
    }
}
