package dev.wsdoc.chaos;

import dev.wsdoc.model.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A server that knows nothing of wsdoc, and has its own way to write a log. */
final class ComplainingServer extends WebSocketServer {
    private final CountDownLatch started = new CountDownLatch(1);
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final Set<WebSocket> heard = ConcurrentHashMap.newKeySet();
    private final Path log;
    private final Habit habit;
    private final long idleMillis;
    private boolean complained; // on the server's thread

    /** What it does when a client has vanished. */
    @FunctionalInterface
    interface Habit {
        /**
         * A client has vanished.
         *
         * @param port that it came from
         * @param isFirst whether none did before
         */
        void vanished(ComplainingServer server, int port, boolean isFirst);
    }

    private ComplainingServer(Path log, Habit habit, long idleMillis) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.log = log;
        this.habit = habit;
        this.idleMillis = idleMillis;
        setReuseAddr(true);
    }

    static ComplainingServer start(Path log, Habit habit) throws InterruptedException {
        return start(log, habit, 0);
    }

    /** One that ends connections of which it heard nothing for so long; 0 for none. */
    static ComplainingServer start(Path log, Habit habit, long idleMillis) throws InterruptedException {
        ComplainingServer server = new ComplainingServer(log, habit, idleMillis);
        server.start();
        if (!server.started.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not start");
        }
        return server;
    }

    Target target() {
        return Target.parse("ws://127.0.0.1:" + getPort() + "/chat");
    }

    void write(String text) {
        try {
            Files.writeString(log, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeLater(long millis, String text) {
        Future<?> unused = later.schedule(() -> write(text), millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        if (idleMillis > 0) {
            int port = socket.getRemoteSocketAddress().getPort();
            Future<?> unused = later.schedule(() -> endIdle(socket, port), idleMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void endIdle(WebSocket socket, int port) {
        if (!heard.contains(socket) && socket.isOpen()) {
            write("2026-11-25 20:31:38,123 WARN app - closing 127.0.0.1:" + port + ": Connection timed out\n");
            socket.close(1001, "idle");
        }
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata frame) {
        heard.add(socket);
        super.onWebsocketPing(socket, frame);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        if (code == 1006) {
            habit.vanished(this, socket.getRemoteSocketAddress().getPort(), !complained);
            complained = true;
        }
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        socket.send(message);
    }

    @Override
    public void onError(WebSocket socket, Exception e) {}

    @Override
    public void onStart() {
        started.countDown();
    }

    void end() throws InterruptedException {
        later.shutdownNow();
        stop(1_000);
    }
}
