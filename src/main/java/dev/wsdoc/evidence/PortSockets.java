package dev.wsdoc.evidence;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/**
 * TCP sockets on a server's port.
 *
 * @param listening those that accept; 0 says that these are not the sockets of that server
 * @param closeWait those whose peer has ended its side while the server has not: RFC 793 section 3.2
 * @param held those of connections that some process still holds, {@code closeWait} included
 */
public record PortSockets(int listening, int closeWait, int held) {
    private static final Set<TcpState> HELD = EnumSet.of(TcpState.ESTABLISHED, TcpState.CLOSE_WAIT);

    static PortSockets of(Collection<IPConnection> connections, int port) {
        return new PortSockets(
                count(connections, port, Set.of(TcpState.LISTEN)),
                count(connections, port, Set.of(TcpState.CLOSE_WAIT)),
                count(connections, port, HELD));
    }

    private static int count(Collection<IPConnection> connections, int port, Set<TcpState> states) {
        return (int) connections.stream()
                .filter(connection -> connection.getLocalPort() == port && states.contains(connection.getState()))
                .count();
    }

    PortSockets plus(PortSockets other) {
        return new PortSockets(listening + other.listening, closeWait + other.closeWait, held + other.held);
    }
}
