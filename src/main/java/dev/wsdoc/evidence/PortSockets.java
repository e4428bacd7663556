package dev.wsdoc.evidence;

import java.util.Collection;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/**
 * TCP sockets on a server's port.
 *
 * @param listening those that accept; 0 says that these are not the sockets of that server
 * @param closeWait those whose peer has ended its side while the server has not: RFC 793 section 3.2
 */
public record PortSockets(int listening, int closeWait) {
    static PortSockets of(Collection<IPConnection> connections, int port) {
        return new PortSockets(
                count(connections, port, TcpState.LISTEN), count(connections, port, TcpState.CLOSE_WAIT));
    }

    private static int count(Collection<IPConnection> connections, int port, TcpState state) {
        return (int) connections.stream()
                .filter(connection -> connection.getLocalPort() == port && connection.getState() == state)
                .count();
    }

    PortSockets plus(PortSockets other) {
        return new PortSockets(listening + other.listening, closeWait + other.closeWait);
    }
}
