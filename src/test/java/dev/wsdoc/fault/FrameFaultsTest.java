package dev.wsdoc.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.swarm.LoopbackPeer;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server's end of the socket really gets from the faults that are made of frames. */
class FrameFaultsTest {
    /** Masked with 37fa213d, as the examples in RFC 6455 section 5.7. */
    private static final String HELLO = "7f9f4d5158";

    @ParameterizedTest
    @CsvSource({
        "unmasked, 0, 8105 48656c6c6f",
        "reserved-bits, 0, b185 37fa213d " + HELLO,
        "bad-opcode, 0, 8385 37fa213d " + HELLO,
        "bad-opcode, 1, 8b85 37fa213d " + HELLO,
        "bad-utf8, 0, 8185 37fa213d 5892 01fe 1f",
        "bad-close-code, 0, 8882 37fa213d 3417",
        "bad-close-code, 1, 8882 37fa213d 341d",
        "one-byte-close, 0, 8881 37fa213d 34",
        "fragmented-control, 0, 0985 37fa213d " + HELLO,
        "oversized-control, 0, 89fe 007e 37fa213d 37fa213d",
        "oversize-claim, 0, 82ff 000000000bebc200 37fa213d " + HELLO,
    })
    void sendsThisFrame(String fault, int victim, String hex) throws Exception {
        byte[] frame = HexFormat.of().parseHex(hex.replace(" ", ""));
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of(fault, peer.target(), victim + 1)) {
            Socket server = peer.upgraded();
            for (int i = 0; i < victim; i++) {
                server = peer.upgraded();
            }
            scene.inflict();

            assertThat(server.getInputStream().readNBytes(frame.length))
                    .asHexString()
                    .isEqualTo(upper(frame));
        }
    }

    private static String upper(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Test
    void cutEndsInsideAFrameByFinOrByReset() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("cut", peer.target(), 2)) {
            InputStream first = peer.upgraded().getInputStream();
            InputStream second = peer.upgraded().getInputStream();
            scene.inflict();

            byte[] half = HexFormat.of().parseHex("82c000000000" + "00".repeat(32)); // claims 64, brings 32
            assertThat(first.readAllBytes()).isEqualTo(half);
            assertThatThrownBy(second::readAllBytes)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void goingAwaySaysGoodbyeWith1001AndStays() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("going-away", peer.target(), 1)) {
            InputStream in = peer.upgraded().getInputStream();
            scene.inflict();

            byte[] frame = in.readNBytes(8);
            assertThat(HexFormat.of().formatHex(frame, 0, 2)).isEqualTo("8882");
            assertThat(unmasked(frame)).isEqualTo(1001);
            assertThat(scene.sights()).noneMatch(SocketObservation::isEnded);
        }
    }

    private static int unmasked(byte[] close) {
        return ((close[6] ^ close[2]) & 0xff) << 8 | ((close[7] ^ close[3]) & 0xff);
    }

    @Test
    void closeThenResetDoesNotWaitForTheAnswer() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("close-then-reset", peer.target(), 1)) {
            InputStream in = peer.upgraded().getInputStream();
            scene.inflict();

            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }
}
