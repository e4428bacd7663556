package dev.wsdoc.server.manager.policy;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a WebSocket handshake asks for.
 *
 * @param path the request target without its query
 * @param origin the Origin header, null when absent
 */
public record HandshakeRequest(String path, @Nullable String origin, InetSocketAddress address) {}
