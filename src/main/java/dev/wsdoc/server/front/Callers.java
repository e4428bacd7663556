package dev.wsdoc.server.front;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is really behind a splice: the HTTP side sees only loopback connections, and knows them by their port. Written by
 * the loop, read by HTTP threads.
 */
public final class Callers {
    private final Map<Integer, InetSocketAddress> byPort = new ConcurrentHashMap<>();

    /** Puts a caller on record; before its first byte is passed on. */
    public void add(int localPort, InetSocketAddress caller) {
        byPort.put(localPort, caller);
    }

    void remove(int localPort) {
        byPort.remove(localPort);
    }

    /** The caller behind that port; null when it is none of ours. */
    public @Nullable InetSocketAddress find(int port) {
        return byPort.get(port);
    }
}
