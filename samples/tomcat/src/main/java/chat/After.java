package chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Mended: a failed send concerns nobody but its session, ends are told at FINE, a session leaves the list with its end,
 * sends and closes have limits, and one on which nothing is read for three pings, not even a pong, is ended by Tomcat.
 *
 * <pre>PING_MS=1000 java -Dorg.apache.tomcat.websocket.DEFAULT_PROCESS_PERIOD=1 \
 *     -cp 'target/chat.jar:target/dependency/*' chat.After 8014</pre>
 */
@ServerEndpoint("/ws")
public class After {
    private static final Logger LOG = Logger.getLogger("chat");
    private static final String TOMCAT = "org.apache.tomcat.websocket.";
    private static final long PING_MS = Long.parseLong(System.getenv().getOrDefault("PING_MS", "10000"));
    private static final Map<String, Session> SESSIONS = new ConcurrentHashMap<>();

    public static void main(String[] args) throws Exception {
        var pings = Executors.newSingleThreadScheduledExecutor();
        pings.scheduleWithFixedDelay(After::ping, PING_MS, PING_MS, TimeUnit.MILLISECONDS);
        ChatServer.start(Integer.parseInt(args[0]), After.class, SESSIONS::size);
    }

    private static void ping() {
        SESSIONS.values()
                .forEach(session -> send(session, () -> session.getBasicRemote().sendPing(ByteBuffer.allocate(0))));
    }

    @OnOpen
    public void open(Session session) {
        session.getUserProperties().put(TOMCAT + "BLOCKING_SEND_TIMEOUT", 2_000L);
        session.getUserProperties().put(TOMCAT + "SESSION_CLOSE_TIMEOUT", 1_000L);
        session.getUserProperties().put(TOMCAT + "READ_IDLE_TIMEOUT_MS", 3 * PING_MS);
        SESSIONS.put(session.getId(), session);
    }

    @OnMessage
    public void message(String text) {
        SESSIONS.values()
                .forEach(session -> send(session, () -> session.getBasicRemote().sendText(text)));
    }

    @OnClose
    public void close(Session session, CloseReason reason) {
        SESSIONS.remove(session.getId());
        LOG.fine(() -> "Connection " + session.getId() + " closed with " + reason.getCloseCode());
    }

    @OnError
    public void error(Session session, Throwable e) {
        LOG.fine(() -> "Connection " + session.getId() + " failed: " + e);
    }

    private static void send(Session session, Sending sending) {
        synchronized (session) { // Tomcat refuses a second sender
            try {
                if (session.isOpen()) {
                    sending.run();
                }
            } catch (IOException | IllegalStateException e) {
                LOG.fine(() -> "Broken pipe for " + session.getId() + ": " + e);
            }
        }
    }

    /** What is sent. */
    private interface Sending {
        void run() throws IOException;
    }
}
