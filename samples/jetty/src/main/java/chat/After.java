package chat;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.annotations.OnWebSocketClose;
import org.eclipse.jetty.websocket.api.annotations.OnWebSocketError;
import org.eclipse.jetty.websocket.api.annotations.OnWebSocketMessage;
import org.eclipse.jetty.websocket.api.annotations.OnWebSocketOpen;
import org.eclipse.jetty.websocket.api.annotations.OnWebSocketPong;
import org.eclipse.jetty.websocket.api.annotations.WebSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mended: ends are told at debug, a client leaves the list with its end, and one that did not answer the last ping is
 * disconnected. (Jetty's idle timeout does not find it: pings that go out count as life.)
 *
 * <pre>PING_MS=1000 java -cp 'target/chat.jar:target/dependency/*' chat.After 8010</pre>
 */
@WebSocket
public class After {
    private static final Logger LOG = LoggerFactory.getLogger(After.class);
    private static final long PING_MS = Long.parseLong(System.getenv().getOrDefault("PING_MS", "10000"));
    private static final int MAX_QUEUED_FRAMES = 1_000;
    private static final Set<After> CLIENTS = ConcurrentHashMap.newKeySet();

    private volatile boolean answered = true;
    private Session session;

    public static void main(String[] args) throws Exception {
        var pings = Executors.newSingleThreadScheduledExecutor();
        pings.scheduleWithFixedDelay(() -> CLIENTS.forEach(After::ping), PING_MS, PING_MS, TimeUnit.MILLISECONDS);
        ChatServer.start(Integer.parseInt(args[0]), After::new, CLIENTS::size);
    }

    @OnWebSocketOpen
    public void open(Session opened) {
        session = opened;
        session.setMaxOutgoingFrames(MAX_QUEUED_FRAMES); // a send to one who reads nothing fails one day
        CLIENTS.add(this);
    }

    @OnWebSocketMessage
    public void message(String text) {
        CLIENTS.stream()
                .filter(client -> client.session.isOpen())
                .forEach(client -> client.session.sendText(text, client.endingOnFailure()));
    }

    @OnWebSocketPong
    public void pong(ByteBuffer payload) {
        answered = true;
    }

    private void ping() {
        if (!answered) {
            end("it answered no ping");
            return;
        }
        answered = false;
        session.sendPing(ByteBuffer.allocate(0), endingOnFailure());
    }

    private Callback endingOnFailure() {
        return Callback.from(() -> {}, e -> end(e.toString()));
    }

    private void end(String why) {
        LOG.debug("Connection {} ended: {}", session.getRemoteSocketAddress(), why);
        CLIENTS.remove(this);
        session.disconnect();
    }

    @OnWebSocketClose
    public void close(int code, String reason) {
        CLIENTS.remove(this);
        LOG.debug("Connection closed with {} {}", code, reason);
    }

    @OnWebSocketError
    public void error(Throwable e) {
        LOG.debug("Connection failed: {}", e.toString());
    }
}
