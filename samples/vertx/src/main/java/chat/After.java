package chat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Mended: ends are told at FINE, a socket leaves the list with its end, a full queue is not added to, and one on which
 * nothing is read for three pings, not even a pong, is ended by Vert.x' read timeout.
 *
 * <pre>PING_MS=1000 java -cp 'target/chat.jar:target/dependency/*' chat.After 8012</pre>
 */
public class After {
    private static final Logger LOG = Logger.getLogger("chat");
    private static final int PING_MS = Integer.parseInt(System.getenv().getOrDefault("PING_MS", "10000"));

    private final Vertx vertx = Vertx.vertx();
    private final Set<ServerWebSocket> sockets = new LinkedHashSet<>(); // of the one event loop

    public static void main(String[] args) {
        new After().listen(Integer.parseInt(args[0]));
    }

    private void listen(int port) {
        HttpServerOptions options = new HttpServerOptions()
                .setReadIdleTimeout(3 * PING_MS)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setWebSocketClosingTimeout(1);
        vertx.createHttpServer(options)
                .webSocketHandler(this::open)
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(JsonObject.of("connections", JsonObject.of("total", sockets.size()))
                                .encode()))
                .listen(port, "127.0.0.1");
    }

    private void open(ServerWebSocket socket) {
        sockets.add(socket);
        LOG.info(() -> "open " + socket.remoteAddress());
        long pings = vertx.setPeriodic(PING_MS, timer -> socket.writePing(Buffer.buffer()));
        socket.textMessageHandler(this::broadcast);
        socket.exceptionHandler(e -> LOG.fine(() -> "Connection failed: " + e));
        socket.closeHandler(nothing -> {
            vertx.cancelTimer(pings);
            sockets.remove(socket);
            LOG.fine(() -> "Connection closed with " + socket.closeStatusCode());
        });
    }

    private void broadcast(String text) {
        List.copyOf(sockets).stream()
                .filter(socket -> !socket.isClosed() && !socket.writeQueueFull())
                .forEach(socket -> socket.writeTextMessage(text)
                        .onFailure(e -> LOG.fine(() -> "Connection already closed: " + e)));
    }
}
