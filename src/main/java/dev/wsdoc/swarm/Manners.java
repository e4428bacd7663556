package dev.wsdoc.swarm;

import dev.wsdoc.model.Target;
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
 * @param hello the first message of every connection; null for none
 * @param routes addresses to connect to instead of the resolved ones, by {@code host:port}
 */
public record Manners(List<Header> headers, @Nullable String hello, Map<String, InetAddress> routes) {
    /** No headers, no words, addresses as they resolve. */
    public static final Manners PLAIN = new Manners(List.of(), null, Map.of());

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
}
