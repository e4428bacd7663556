package dev.wsdoc.chaos;

import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.wire.Compression;
import dev.wsdoc.wire.Header;
import dev.wsdoc.wire.UpgradeRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How clients come to the server and what they say there.
 *
 * @param headers of every upgrade request, besides wsdoc's own
 * @param compression that every upgrade request offers
 * @param hello the first message of every connection; null for none
 * @param keepAlive what bystanders say every 5 s, so that the server does not take them for idle; null for nothing
 * @param provoke what makes the server send to everybody; <code>{n}</code> in it becomes a number; null when nothing is known
 * @param sources local addresses to connect from, in turn; empty leaves the choice to the system
 * @param routes addresses to connect to instead of the resolved ones, by {@code host:port}
 * @param tls how they speak with wss targets
 */
public record Approach(
        List<Header> headers,
        Compression compression,
        @Nullable String hello,
        @Nullable String keepAlive,
        @Nullable String provoke,
        List<InetAddress> sources,
        Map<String, InetAddress> routes,
        Tls tls) {

    /** Just the handshake, from the system's address to the resolved one. */
    public static final Approach PLAIN =
            new Approach(List.of(), Compression.NONE, null, null, null, List.of(), Map.of(), Tls.DEFAULT);

    public Approach {
        headers = new UpgradeRequest("localhost", "/", headers).headers(); // refuses what it writes itself
        sources = List.copyOf(sources);
        routes = Map.copyOf(routes);
    }
}
