package dev.wsdoc.server.manager.policy;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a WebSocket handshake asks for.
 *
 * @param path the request target without its query
 * @param host the Host header, null when absent
 * @param origin the Origin header, null when absent
 * @param authorization the Authorization header, null when absent
 */
public record HandshakeRequest(
        String path,
        @Nullable String host,
        @Nullable String origin,
        @Nullable String authorization,
        InetSocketAddress address) {}
