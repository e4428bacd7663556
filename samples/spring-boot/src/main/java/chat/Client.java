package chat;

import jakarta.websocket.Session;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;

/**
 * A listed connection.
 *
 * @param session many threads may send on it; one that takes its messages too slowly is ended
 * @param answer whether the last ping was answered
 */
record Client(WebSocketSession session, AtomicBoolean answer) {
    private static final int SEND_LIMIT_MS = 5_000;
    private static final int BUFFER_LIMIT_BYTES = 256 * 1024;
    private static final long CLOSE_LIMIT_MS = 1_000;

    static Client of(WebSocketSession session) {
        limitTomcat(session);
        return new Client(
                new ConcurrentWebSocketSessionDecorator(session, SEND_LIMIT_MS, BUFFER_LIMIT_BYTES),
                new AtomicBoolean(true));
    }

    /**
     * By default a client that does not read may hold a sending thread for 20 s, and one that does not answer a close frame
     * its socket for 30 s; Tomcat looks after those every 10 s (org.apache.tomcat.websocket.DEFAULT_PROCESS_PERIOD).
     */
    private static void limitTomcat(WebSocketSession session) {
        Session tomcat = ((NativeWebSocketSession) session).getNativeSession(Session.class);
        tomcat.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", (long) SEND_LIMIT_MS);
        tomcat.getUserProperties().put("org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT", CLOSE_LIMIT_MS);
    }

    String id() {
        return session.getId();
    }

    void asked() {
        answer.set(false);
    }

    void answered() {
        answer.set(true);
    }

    boolean hasAnswered() {
        return answer.get();
    }
}
