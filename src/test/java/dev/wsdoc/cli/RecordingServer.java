package dev.wsdoc.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.DefaultWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;

/** A stock server that remembers who came and what was said, and sends to everybody what begins with {@code shout}. */
public final class RecordingServer extends WebSocketServer implements AutoCloseable {
    public final Queue<Map<String, String>> requests = new ConcurrentLinkedQueue<>();
    public final Queue<String> messages = new ConcurrentLinkedQueue<>();
    public final Queue<Integer> closeCodes = new ConcurrentLinkedQueue<>();
    public final Queue<String> sources = new ConcurrentLinkedQueue<>();
    private final CountDownLatch started = new CountDownLatch(1);

    private RecordingServer(InetAddress address) {
        super(
                new InetSocketAddress(address, 0),
                1,
                List.of(new Draft_6455(List.of(), List.of(new Protocol("chat.v2"), new Protocol("")))));
        setReuseAddr(true);
    }

    public static RecordingServer start(InetAddress address) throws InterruptedException {
        return start(address, new DefaultWebSocketServerFactory());
    }

    /** One whose sockets come from a factory, such as that of TLS. */
    public static RecordingServer start(InetAddress address, WebSocketServerFactory factory)
            throws InterruptedException {
        RecordingServer server = new RecordingServer(address);
        server.setWebSocketFactory(factory);
        server.start();
        if (!server.started.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not start");
        }
        return server;
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        handshake.iterateHttpFields().forEachRemaining(name -> fields.put(name, handshake.getFieldValue(name)));
        requests.add(fields);
        sources.add(socket.getRemoteSocketAddress().getAddress().getHostAddress());
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        messages.add(message);
        if (message.startsWith("shout")) {
            broadcast(message);
        }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        closeCodes.add(code);
    }

    @Override
    public void onError(WebSocket socket, Exception e) {}

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void close() {
        try {
            stop(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
