package chat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * A naive handler, with the faults that wsdoc exists to find: every failure is "unexpected" and tried again without a look
 * at the connection, frozen clients are never noticed, and nothing ever takes a dead connection off the list.
 */
@Component
@Profile("before")
class NaiveChat extends TextWebSocketHandler implements Roll {
    private static final Logger LOG = LoggerFactory.getLogger(NaiveChat.class);
    private static final int MAX_RETRIES = 3;
    private static final long RETRY_DELAY_MS = 100;

    private final Map<String, WebSocketSession> sessions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor();

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        sessions.put(session.getId(), session);
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        sessions.values().forEach(other -> send(other, message, 0));
    }

    private void send(WebSocketSession session, TextMessage message, int attempt) {
        try {
            synchronized (session) { // Tomcat refuses a second sender
                session.sendMessage(message);
            }
        } catch (Exception e) {
            LOG.error("Unexpected error sending message to {}", session.getId(), e);
            if (attempt < MAX_RETRIES) {
                retries.schedule(() -> send(session, message, attempt + 1), RETRY_DELAY_MS, TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable e) {
        LOG.error("Unexpected error in {}", session.getId(), e);
    }

    @Override
    public int total() {
        return sessions.size();
    }
}
