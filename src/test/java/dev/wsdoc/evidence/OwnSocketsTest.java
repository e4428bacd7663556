package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wsdoc.evidence.OwnSockets.FarEnd;
import dev.wsdoc.swarm.SocketPair;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel tells of a socket that nobody reads from whether its far end is given up. */
@EnabledOnOs(OS.LINUX)
class OwnSocketsTest {
    private static FarEnd farEnd(Socket socket) {
        SocketPair pair = new SocketPair((InetSocketAddress) socket.getLocalSocketAddress(), (InetSocketAddress)
                socket.getRemoteSocketAddress());
        try {
            return OwnSockets.look(List.of(pair)).get(pair);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aFarEndThatEndedIsToldFromOneThatHolds(String address) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName(address));
                Socket ours = new Socket(listener.getInetAddress(), listener.getLocalPort());
                Socket theirs = listener.accept()) {
            assertThat(OwnSockets.canBeSeen()).isTrue();
            assertThat(farEnd(ours)).isEqualTo(FarEnd.HOLDS);

            theirs.shutdownOutput();

            await().until(() -> farEnd(ours) == FarEnd.ENDED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aConnectionThatWasResetIsNotKnownAnyMore(String address) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName(address));
                Socket ours = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
            try (Socket theirs = listener.accept()) {
                theirs.setSoLinger(true, 0);
            }

            await().until(() -> farEnd(ours) == null);
        }
    }
}
