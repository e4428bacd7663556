package dev.wsdoc.cli.connection;

import dev.wsdoc.model.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a host's name leads to. It may have several addresses of which the server listens on one, such as localhost with
 * 127.0.0.1 and ::1; everybody goes to the first that accepts.
 *
 * @param all in the order of preference; a name that does not resolve leaves a single unresolved one
 */
public record ServerAddresses(List<InetSocketAddress> all) {
    private static final int CONNECT_MS = 1_000;

    public ServerAddresses {
        all = List.copyOf(all);
    }

    /** Those that the system knows. */
    public static ServerAddresses of(Target target) {
        try {
            return of(target, Arrays.asList(InetAddress.getAllByName(target.host())));
        } catch (UnknownHostException e) {
            return new ServerAddresses(List.of(InetSocketAddress.createUnresolved(target.host(), target.port())));
        }
    }

    static ServerAddresses of(Target target, List<InetAddress> addresses) {
        return new ServerAddresses(addresses.stream()
                .map(address -> new InetSocketAddress(address, target.port()))
                .toList());
    }

    /** The first that accepts a connection; null when none does. */
    public @Nullable InetSocketAddress accepting() {
        return all.stream().filter(ServerAddresses::accepts).findFirst().orElse(null);
    }

    /** The one to go to; an only one is not tried out. */
    public InetSocketAddress best() {
        InetSocketAddress accepting = all.size() == 1 ? null : accepting();
        return accepting == null ? all.get(0) : accepting;
    }

    private static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MS);
            return true;
        } catch (IOException e) {
            return false; // an unresolved name too
        }
    }
}
