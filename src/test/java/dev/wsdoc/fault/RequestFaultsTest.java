package dev.wsdoc.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.Integration;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.swarm.LoopbackPeer;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server's end of the socket gets from victims that make no proper handshake, and how its answers are taken. */
@Integration
class RequestFaultsTest {

    private static String head(Socket server) throws Exception {
        return LoopbackPeer.readHead(server.getInputStream());
    }

    @Test
    void plainGetAsksForAPage() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("plain-get", peer.target(), 1)) {
            Socket server = peer.accept();
            scene.inflict();

            assertThat(head(server))
                    .startsWith("GET / HTTP/1.1\r\nHost: 127.0.0.1:")
                    .doesNotContainIgnoringCase("upgrade")
                    .doesNotContainIgnoringCase("websocket");
        }
    }

    @Test
    void wrongVersionAsksForVersion99() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("wrong-version", peer.target(), 1)) {
            Socket server = peer.accept();
            scene.inflict();

            assertThat(head(server))
                    .contains("\r\nSec-WebSocket-Version: 99\r\n", "\r\nUpgrade: websocket\r\n")
                    .doesNotContain("Version: 13");
        }
    }

    @Test
    void notHttpSpeaksTlsOrGarbage() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("not-http", peer.target(), 2)) {
            InputStream first = peer.accept().getInputStream();
            InputStream second = peer.accept().getInputStream();
            scene.inflict();

            byte[] hello = first.readNBytes(52);
            assertThat(HexFormat.of().formatHex(hello, 0, 11)).isEqualTo("160301002f0100002b0303");
            assertThat(hello).hasSize(5 + 0x2f); // a whole record
            assertThat(HexFormat.of().formatHex(second.readNBytes(18)))
                    .startsWith("00ff")
                    .endsWith("0d0a0d0a");
        }
    }

    @Test
    void cutHandshakeEndsInsideTheRequestByFinOrByReset() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("cut-handshake", peer.target(), 2)) {
            InputStream first = peer.accept().getInputStream();
            InputStream second = peer.accept().getInputStream();
            scene.inflict();

            assertThat(new String(first.readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("GET / HTTP/1.1\r\n")
                    .doesNotContain("\r\n\r\n");
            assertThatThrownBy(second::readAllBytes)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void slowHandshakeComesByteByByte() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("slow-handshake", peer.target(), 1)) {
            Socket server = peer.accept();
            scene.inflict();

            byte[] some = new byte[64]; // 13 s of them
            int first = server.getInputStream().read(some);
            int second = server.getInputStream().read(some, first, some.length - first);
            assertThat(first + second).isLessThan(some.length);
            assertThat(new String(some, StandardCharsets.US_ASCII)).startsWith("GE");
            assertThat(scene.sights()).noneMatch(SocketObservation::isOver);
        }
    }

    /** The status line and headers of an answer, whether the server then ends the connection, and how it is taken. */
    @ParameterizedTest
    @CsvSource({
        "plain-get, 426 Upgrade Required, false, MET",
        "plain-get, 404 Not Found, true, MET",
        "plain-get, 200 OK, false, MET",
        "plain-get, 500 Internal Server Error, true, TOLERABLE",
        "plain-get, 101 Switching Protocols, false, MISSED",
        "plain-get, '', true, TOLERABLE",
        "plain-get, '', false, MISSED",
        "wrong-version, '426 Upgrade Required|Sec-WebSocket-Version: 13', false, MET",
        "wrong-version, '426 Upgrade Required|sec-websocket-version: 8, 13', false, MET",
        "wrong-version, '400 Bad Request|Sec-WebSocket-Version: 13', true, MET",
        "wrong-version, '403 Forbidden|Sec-WebSocket-Version: 13, 8', true, MET",
        "wrong-version, '500 Internal Server Error|Sec-WebSocket-Version: 13', true, TOLERABLE",
        "wrong-version, '400 Bad Request|Sec-WebSocket-Version: 8', true, TOLERABLE",
        "wrong-version, 426 Upgrade Required, false, TOLERABLE",
        "wrong-version, 400 Bad Request, true, TOLERABLE",
        "wrong-version, '', true, TOLERABLE",
        "wrong-version, 101 Switching Protocols, false, MISSED",
        "wrong-version, '', false, MISSED",
        "not-http, 400 Bad Request, true, MET",
        "not-http, '', true, MET",
        "not-http, '', false, TOLERABLE",
        "not-http, 101 Switching Protocols, false, MISSED",
        "slow-handshake, 408 Request Timeout, true, MET",
        "slow-handshake, '', false, TOLERABLE"
    })
    void answersAreTakenSo(String fault, String answer, boolean ends, Mark expected) throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of(fault, peer.target(), 1)) {
            Socket server = peer.accept();
            scene.inflict();
            server.getInputStream().readNBytes(1);
            if (!answer.isEmpty()) {
                String head = "HTTP/1.1 " + answer.replace("|", "\r\n") + "\r\n\r\n";
                server.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            }
            if (ends) {
                server.shutdownOutput();
            }

            Expectation expectation = Fault.named(fault).card().expectation();
            assertThat(expectation).isNotNull();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(scene.sights())
                            .allMatch(seen -> seen.isEnded() == ends
                                    && (seen.status() != 0) == !answer.isEmpty()
                                    && expectation.test().apply(seen) == expected));
        }
    }
}
