package dev.wsdoc.evidence;

import dev.wsdoc.evidence.TcpTable.Row;
import dev.wsdoc.swarm.SocketPair;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What Linux knows of this process's own connections: whether the far end has given one up, told without reading from it.
 * Stateless.
 */
public final class OwnSockets {
    private static final Path IPV4 = Path.of("/proc/self/net/tcp");
    private static final Path IPV6 = Path.of("/proc/self/net/tcp6");

    /** States in which the far end may still send: FIN-WAIT-1 and -2 are those of a side that ended first (RFC 9293, 3.3.2). */
    private static final Set<String> HELD = Set.of(Row.ESTABLISHED, "04", "05");

    private OwnSockets() {}

    /** What became of the far end. */
    public enum FarEnd {
        /** It has not ended its side. */
        HOLDS,
        /** Its FIN came. */
        ENDED
    }

    /** Whether this system can tell. */
    public static boolean canBeSeen() {
        return Files.isReadable(IPV4);
    }

    /**
     * Looks at these connections. One that is not in the answer is not known to the system any more, as after a reset; or it was
     * missed because the tables changed while they were read.
     */
    public static Map<SocketPair, FarEnd> look(Collection<SocketPair> pairs) throws IOException {
        Map<String, SocketPair> wanted = new HashMap<>();
        for (SocketPair pair : pairs) {
            wanted.put(hex(pair.local(), false) + hex(pair.remote(), false), pair);
            wanted.put(hex(pair.local(), true) + hex(pair.remote(), true), pair);
        }
        Map<SocketPair, FarEnd> found = new HashMap<>();
        for (Path table : new Path[] {IPV4, IPV6}) {
            if (Files.isReadable(table)) { // without IPv6 there is no table of it
                TcpTable.read(table, row -> {
                    SocketPair pair = wanted.get(row.local() + row.remote());
                    if (pair != null) {
                        found.put(pair, HELD.contains(row.state()) ? FarEnd.HOLDS : FarEnd.ENDED);
                    }
                });
            }
        }
        return found;
    }

    /**
     * Such as {@code 0100007F:1F90}: the address in words of 32 bits, each a number of this machine's byte order.
     *
     * @param mapped as sockets of both families have IPv4 addresses: RFC 4291 section 2.5.5.2
     */
    private static String hex(InetSocketAddress end, boolean mapped) {
        byte[] plain = end.getAddress().getAddress();
        byte[] bytes = mapped && plain.length == 4 ? mapped(plain) : plain;
        ByteBuffer address = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        StringBuilder hex = new StringBuilder();
        while (address.hasRemaining()) {
            hex.append(String.format("%08X", address.getInt()));
        }
        return hex.append(String.format(":%04X", end.getPort())).toString();
    }

    private static byte[] mapped(byte[] ipv4) {
        return ByteBuffer.allocate(16)
                .putLong(0)
                .putShort((short) 0)
                .putShort((short) 0xFFFF)
                .put(ipv4)
                .array();
    }
}
