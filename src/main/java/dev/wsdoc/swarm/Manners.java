package dev.wsdoc.swarm;

import dev.wsdoc.model.Target;
import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.wire.Compression;
import dev.wsdoc.wire.Header;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all members of a swarm have in common in the way they come to a server.
 *
 * @param headers of every upgrade request
 * @param compression that every upgrade request offers
 * @param hello the first message of every connection; null for none
 * @param routes addresses to connect to instead of the resolved ones, by {@code host:port}
 * @param tls how they speak with wss targets
 */
public record Manners(
        List<Header> headers,
        Compression compression,
        @Nullable String hello,
        Map<String, InetAddress> routes,
        Tls tls) {
    /** No headers, no words, addresses as they resolve, certificates that Java trusts. */
    public static final Manners PLAIN = new Manners(List.of(), Compression.NONE, null, Map.of(), Tls.DEFAULT);

    public Manners {
        headers = List.copyOf(headers);
        routes = Map.copyOf(routes);
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
