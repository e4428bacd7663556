package dev.wsdoc.swarm;

import dev.wsdoc.model.Target;
import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.wire.handshake.Compression;
import dev.wsdoc.wire.handshake.Header;
import dev.wsdoc.wire.handshake.UpgradeRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How clients come to a server and what they say there.
 *
 * @param headers of every upgrade request, besides wsdoc's own
 * @param compression that every upgrade request offers
 * @param hello what every connection says first
 * @param keepAlive what is said every 5 s, so that the server does not take a client for idle; null for nothing
 * @param provoke what makes the server send to everybody; <code>{n}</code> in it becomes a number; null when nothing is known
 * @param sources local addresses to connect from, in turn; empty leaves the choice to the system
 * @param routes addresses to connect to instead of the resolved ones, by {@code host:port}
 * @param tls how they speak with wss targets
 */
public record ClientProfile(
        List<Header> headers,
        Compression compression,
        Hello hello,
        @Nullable String keepAlive,
        @Nullable String provoke,
        List<InetAddress> sources,
        Map<String, InetAddress> routes,
        Tls tls) {

    /** Just the handshake, from the system's address to the resolved one, with certificates that Java trusts. */
    public static final ClientProfile PLAIN =
            new ClientProfile(List.of(), Compression.NONE, Hello.NONE, null, null, List.of(), Map.of(), Tls.DEFAULT);

    public ClientProfile {
        headers = new UpgradeRequest("localhost", "/", headers).headers(); // refuses what it writes itself
        sources = List.copyOf(sources);
        routes = Map.copyOf(routes);
    }

    public ClientProfile withSources(List<InetAddress> others) {
        return new ClientProfile(headers, compression, hello, keepAlive, provoke, others, routes, tls);
    }

    public ClientProfile withTls(Tls other) {
        return new ClientProfile(headers, compression, hello, keepAlive, provoke, sources, routes, other);
    }

    public ClientProfile withHeaders(List<Header> others) {
        return new ClientProfile(others, compression, hello, keepAlive, provoke, sources, routes, tls);
    }

    public ClientProfile withRoutes(Map<String, InetAddress> others) {
        return new ClientProfile(headers, compression, hello, keepAlive, provoke, sources, others, tls);
    }

    /** The same clients, who say these besides. */
    public ClientProfile saying(@Nullable String toStayAlive, @Nullable String toProvoke) {
        return new ClientProfile(headers, compression, hello, toStayAlive, toProvoke, sources, routes, tls);
    }

    /**
     * Where to connect.
     *
     * @throws UnknownHostException when the host name does not resolve
     */
    InetSocketAddress address(Target target) throws UnknownHostException {
        InetAddress route = routes.get(target.host() + ":" + target.port());
        return new InetSocketAddress(route == null ? InetAddress.getByName(target.host()) : route, target.port());
    }

    /** What carries the bytes of all members. */
    Transport.Maker transport(Target target) {
        return target.secure() ? TlsTransport.to(target, tls) : PlainTransport::new;
    }
}
