package chat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.annotations.OnWebSocketError;
import org.eclipse.jetty.websocket.api.annotations.OnWebSocketMessage;
import org.eclipse.jetty.websocket.api.annotations.OnWebSocketOpen;
import org.eclipse.jetty.websocket.api.annotations.WebSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Naive: sessions are listed and never taken off, every failed send and every end of a client is an error with its trace,
 * and nobody is pinged.
 *
 * <pre>java -cp 'target/chat.jar:target/dependency/*' chat.Before 8010</pre>
 */
@WebSocket
public class Before {
    private static final Logger LOG = LoggerFactory.getLogger(Before.class);
    private static final List<Session> SESSIONS = new CopyOnWriteArrayList<>();

    public static void main(String[] args) throws Exception {
        ChatServer.start(Integer.parseInt(args[0]), Before::new, SESSIONS::size);
    }

    @OnWebSocketOpen
    public void open(Session session) {
        SESSIONS.add(session);
    }

    @OnWebSocketMessage
    public void message(Session session, String text) {
        SESSIONS.forEach(other ->
                other.sendText(text, Callback.from(() -> {}, e -> LOG.error("Error sending to {}", other, e))));
    }

    @OnWebSocketError
    public void error(Session session, Throwable e) {
        LOG.error("WebSocket error", e);
    }
}
