package dev.wsdoc.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.model.Target;
import dev.wsdoc.server.LogFormat;
import dev.wsdoc.server.LogTarget;
import dev.wsdoc.server.ReferenceServer;
import dev.wsdoc.server.ServerConfig;
import dev.wsdoc.server.ServerLog;
import dev.wsdoc.swarm.LoopbackPeer;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

/** What victims see of a healthy server is met, and what they see of sick ones is not. */
@Integration
class ExpectationsTest {
    private static final String ALL =
            "unmasked reserved-bits bad-opcode bad-utf8 bad-close-code one-byte-close fragmented-control"
                    + " oversized-control oversize-claim going-away";

    @TempDir
    private Path folder;

    private static Mark mark(String fault, SocketObservation seen) {
        Expectation expectation = Fault.named(fault).card().expectation();
        assertThat(expectation).as(fault).isNotNull();
        return expectation.test().apply(seen);
    }

    private static List<String> faults() {
        return List.of(ALL.split(" "));
    }

    @Test
    void theReferenceServerMeetsThem() throws Exception {
        Path file = folder.resolve("server.log");
        try (ServerLog log = ServerLog.open(new LogTarget.File(file), Level.DEBUG, LogFormat.TEXT);
                ReferenceServer server =
                        ReferenceServer.start(ServerConfig.defaults().withPort(0), log.logger())) {
            Target target = Target.parse("ws://127.0.0.1:" + server.port() + "/ws/echo");
            for (String fault : faults()) {
                try (Scene scene = Scene.of(fault, target, 2)) {
                    scene.inflict();

                    assertThat(scene.sightsAtTheEnd()).as(fault).allMatch(seen -> mark(fault, seen) == Mark.MET);
                }
            }
        }
        assertThat(file).content().doesNotContain(" INFO  Unexpected", " WARN ", " ERROR ");
    }

    /** It notes nothing, answers nothing and stays. */
    @Test
    void aServerThatIgnoresEverythingMissesThem() throws Exception {
        for (String fault : faults()) {
            try (LoopbackPeer peer = new LoopbackPeer();
                    Scene scene = Scene.of(fault, peer.target(), 1)) {
                Socket socket = peer.upgraded();
                scene.inflict();
                socket.getInputStream().readNBytes(3); // so that it came

                assertThat(scene.sights()).as(fault).allMatch(seen -> mark(fault, seen) == Mark.MISSED);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unmasked, TOLERABLE",
        "bad-utf8, TOLERABLE",
        "bad-close-code, TOLERABLE",
        "one-byte-close, TOLERABLE",
        "oversize-claim, MET",
        "going-away, MISSED"
    })
    void aServerThatEndsWithoutACloseFrame(String fault, Mark expected) throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of(fault, peer.target(), 1)) {
            Socket socket = peer.upgraded();
            scene.inflict();
            socket.getInputStream().readNBytes(3);
            socket.shutdownOutput();

            assertThat(scene.sightsAtTheEnd()).allMatch(seen -> mark(fault, seen) == expected);
        }
    }

    /** 1011 says that the server is at fault; it is the client that is. */
    @ParameterizedTest
    @ValueSource(strings = {"unmasked", "bad-utf8", "oversized-control"})
    void aServerThatEndsWithAnotherCodeIsTolerable(String fault) throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer();
                Scene scene = Scene.of(fault, peer.target(), 1)) {
            Socket socket = peer.upgraded();
            scene.inflict();
            socket.getInputStream().readNBytes(3);
            socket.getOutputStream().write(HexFormat.of().parseHex("880203f3"));
            socket.shutdownOutput();

            assertThat(scene.sightsAtTheEnd())
                    .allMatch(seen -> seen.closeCode() == 1011 && mark(fault, seen) == Mark.TOLERABLE);
        }
    }
}
