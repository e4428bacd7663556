package dev.wsdoc.server.front;

import dev.wsdoc.net.EventLoop;
import dev.wsdoc.server.engine.Deadlines;
import dev.wsdoc.server.engine.LingeringClose;
import dev.wsdoc.server.http.HttpService;
import dev.wsdoc.server.manager.policy.Mishap;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;

/**
 * The sockets that speak HTTP: a bounded number in all and from one address (the loopback is spared, as by the other limits), each with one
 * deadline for a whole request, from its first byte to the last of the answer. Loop thread only.
 */
public final class HttpConnections {
    /** The most there may be at a time. */
    static final int MOST = 512;

    private static final int MOST_FROM_ONE = 64;
    private static final int BUFFER_BYTES = 16 << 10;
    private static final Duration WHOLE_REQUEST = Duration.ofSeconds(30);

    private final EventLoop loop;
    private final HttpService service;
    private final LingeringClose lingering;
    private final int maxHeaderBytes;
    private final Logger log;
    private final Deadlines<HttpConnection> deadlines;
    private final Map<InetAddress, Integer> byAddress = new HashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    public HttpConnections(
            EventLoop loop, HttpService service, LingeringClose lingering, int maxHeaderBytes, Logger log) {
        this.loop = loop;
        this.service = service;
        this.lingering = lingering;
        this.maxHeaderBytes = maxHeaderBytes;
        this.log = log;
        this.deadlines = new Deadlines<>(loop, WHOLE_REQUEST, HttpConnection::close, log);
    }

    boolean isFullFor(InetSocketAddress address) {
        InetAddress from = address.getAddress();
        return deadlines.size() >= MOST
                || (!from.isLoopbackAddress() && byAddress.getOrDefault(from, 0) >= MOST_FROM_ONE);
    }

    /** Takes over a socket whose first request has come. */
    void open(PendingConnection pending, RequestHead head, ByteBuffer rest) {
        HttpConnection connection = new HttpConnection(this, pending.channel(), pending.key(), pending.address());
        byAddress.merge(pending.address().getAddress(), 1, Integer::sum);
        startTime(connection);
        pending.key().attach(connection);
        connection.take(head, rest);
    }

    EventLoop loop() {
        return loop;
    }

    HttpService service() {
        return service;
    }

    int maxHeaderBytes() {
        return maxHeaderBytes;
    }

    /** The buffer that all reads and writes share, cleared. */
    ByteBuffer buffer() {
        return buffer.clear();
    }

    /** Its next request may take its time from now on. */
    void startTime(HttpConnection connection) {
        deadlines.start(connection);
    }

    /** A bug of ours, or no memory: it is cut off, and no other. */
    void failed(HttpConnection connection, Throwable failure) {
        connection.close();
        Mishap.report(log, "Answering {} failed; it is cut off", connection.address(), failure);
    }

    /** Its last bytes go out, and it is gone. */
    void part(HttpConnection connection, SocketChannel channel, SelectionKey key, byte[] last) {
        left(connection);
        lingering.part(channel, key, ByteBuffer.wrap(last));
    }

    void left(HttpConnection connection) {
        deadlines.remove(connection);
        byAddress.computeIfPresent(
                connection.address().getAddress(), (address, count) -> count == 1 ? null : (Integer) (count - 1));
    }

    /** Closes all of them. */
    public void close() {
        deadlines.all().forEach(HttpConnection::close);
    }
}
