package dev.wsdoc.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.Integration;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.swarm.LoopbackPeer;
import dev.wsdoc.swarm.SocketEnd;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the server's end gets from victims that misbehave over and over, and what they then see. */
@Integration
class StayingFaultsTest {
    private static final byte[] CLOSE_1000 = HexFormat.of().parseHex("880203e8");
    private static final byte[] CLOSE_1002 = HexFormat.of().parseHex("880203ea");
    private static final byte[] PONG = HexFormat.of().parseHex("8a0400000000");

    private static List<Mark> marks(String fault, Scene scene) throws Exception {
        Expectation expectation = Fault.named(fault).card().expectation();
        assertThat(expectation).isNotNull();
        return scene.sights().stream().map(expectation.test()).toList();
    }

    private static void awaitMark(String fault, Scene scene, Mark mark) {
        Awaitility.await().untilAsserted(() -> assertThat(marks(fault, scene)).containsOnly(mark));
    }

    @Test
    void pingFloodSendsAThousandPingsAndThenTheGoodbye() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("ping-flood", peer.target(), 1)) {
            InputStream in = peer.upgraded().getInputStream();
            scene.inflict();

            byte[] pings = in.readNBytes(1_000 * 10);
            for (int i = 0; i < 1_000; i++) {
                assertThat(pings[i * 10]).as("frame " + i).isEqualTo((byte) 0x89);
            }
            assertThat(in.read()).isEqualTo(0x88);
        }
    }

    @Test
    void aFloodThatIsAnsweredIsMetAndOneThatIsIgnoredIsMissed() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("ping-flood", peer.target(), 1)) {
            Socket server = peer.upgraded();
            scene.inflict();
            assertThat(marks("ping-flood", scene)).containsOnly(Mark.MISSED);

            server.getOutputStream().write(PONG);
            server.getOutputStream().write(CLOSE_1000);
            server.shutdownOutput();

            awaitMark("ping-flood", scene, Mark.MET);
            assertThat(scene.sights()).allMatch(seen -> seen.pongs() == 1 && seen.closeCode() == 1000);
        }
    }

    @Test
    void aFloodThatIsHungUpOnIsTolerable() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("ping-flood", peer.target(), 1)) {
            Socket server = peer.upgraded();
            scene.inflict();
            server.shutdownOutput();

            awaitMark("ping-flood", scene, Mark.TOLERABLE);
        }
    }

    @Test
    void noCloseReplyAnswersNoCloseFrameAndWaits() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("no-close-reply", peer.target(), 1)) {
            Socket server = peer.upgraded();
            scene.inflict();
            byte[] provocation = server.getInputStream().readNBytes(6);
            assertThat(HexFormat.of().formatHex(provocation, 0, 2)).isEqualTo("8380");
            assertThat(marks("no-close-reply", scene)).containsOnly(Mark.TOLERABLE); // nothing to answer yet

            server.getOutputStream().write(CLOSE_1002);
            awaitMark("no-close-reply", scene, Mark.MISSED);
            server.getOutputStream().write(HexFormat.of().parseHex("8900"));
            server.setSoTimeout(300);
            assertThatThrownBy(() -> server.getInputStream().read()).hasMessageContaining("timed out");

            server.shutdownOutput();
            awaitMark("no-close-reply", scene, Mark.MET);
        }
    }

    /** The victim asks for more than it takes: the server's writes come to a halt. */
    @Test
    void stallSendsMuchAndReadsNothingUntilItIsRevisited() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("stall", peer.target(), 1)) {
            Socket server = peer.upgraded();
            scene.inflict();
            byte[] messages = server.getInputStream().readNBytes(96 * 60_008);
            assertThat(messages).hasSize(96 * 60_008);
            assertThat(messages[95 * 60_008]).isEqualTo((byte) 0x81);
            server.close();
            assertThat(scene.sights()).noneMatch(SocketObservation::isOver);

            scene.revisit();

            Awaitility.await()
                    .untilAsserted(() -> assertThat(scene.sights()).allMatch(seen -> seen.end() == SocketEnd.FIN));
        }
    }

    @Test
    void sendThenAbruptResetsAfterTwoHundredMessages() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("send-then-abrupt", peer.target(), 1)) {
            InputStream in = peer.upgraded().getInputStream();
            scene.inflict();

            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            assertThat(scene.sights()).allMatch(seen -> seen.end() == SocketEnd.LOCAL);
        }
    }

    @Test
    void stormIsTenWavesOfResets() throws Exception {
        assertThat(Fault.named("storm").card().waves()).isEqualTo(10);
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of("storm", peer.target(), 1)) {
            InputStream in = peer.upgraded().getInputStream();
            scene.inflict();

            assertThatThrownBy(in::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
    }
}
