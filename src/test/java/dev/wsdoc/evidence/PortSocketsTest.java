package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/** A port's sockets, as Linux's own tables tell them and as the library does. */
class PortSocketsTest {
    private static final long HERE = ProcessHandle.current().pid();
    private static final long NOBODY = Long.MAX_VALUE;

    private static IPConnection connection(int port, TcpState state) {
        byte[] address = {127, 0, 0, 1};
        return new IPConnection("tcp4", address, port, address, 5_555, state, 0, 0, 4_711);
    }

    @Test
    void countsTheLibrarysConnectionsOfThatPort() {
        List<IPConnection> connections = List.of(
                connection(8_000, TcpState.LISTEN),
                connection(8_000, TcpState.CLOSE_WAIT),
                connection(8_000, TcpState.CLOSE_WAIT),
                connection(8_000, TcpState.ESTABLISHED),
                connection(8_001, TcpState.LISTEN),
                connection(8_001, TcpState.CLOSE_WAIT));

        assertThat(PortSockets.of(connections, 8_000)).isEqualTo(new PortSockets(1, 2, 3));
        assertThat(PortSockets.of(connections, 80)).isEqualTo(new PortSockets(0, 0, 0));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void seesWhoseEndWasNotAnswered() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Socket left = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                Socket stays = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                Socket first = server.accept();
                Socket second = server.accept()) {
            left.shutdownOutput();
            assertThat(first.getInputStream().read()).isEqualTo(-1);

            PortSockets seen = ServerProcess.of(HERE).sockets(server.getLocalPort());
            assertThat(seen).isEqualTo(new PortSockets(1, 1, 2));
            assertThat(second.isConnected()).isEqualTo(stays.isConnected());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void looksThroughAnotherProcessWhereOneIsGone() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(ProcNet.read(new LinkedHashSet<>(List.of(NOBODY, HERE)), server.getLocalPort()))
                    .isEqualTo(new PortSockets(1, 0, 0));
            assertThat(ProcNet.read(Set.of(NOBODY), server.getLocalPort())).isEqualTo(new PortSockets(0, 0, 0));
        }
    }
}
