package chat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.SessionLimitExceededException;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * The same handler with the faults mended: ends are told apart and logged at DEBUG, a send is never tried again on a dead
 * connection, slow readers have limits, a connection leaves the list with its end, and pings find the frozen.
 */
@Component
@Profile("after")
class MendedChat extends TextWebSocketHandler implements Roll {
    private static final Logger LOG = LoggerFactory.getLogger(MendedChat.class);

    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        clients.put(session.getId(), Client.of(session));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        clients.remove(session.getId());
        LOG.debug("Connection {} closed with {}", session.getId(), status);
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable e) {
        LOG.debug("Connection {} failed: {}", session.getId(), e.toString());
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        clients.values().forEach(other -> send(other, message));
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        Client client = clients.get(session.getId());
        if (client != null) {
            client.answered();
        }
    }

    @Scheduled(fixedDelayString = "${chat.ping-interval}")
    void ping() {
        clients.values().forEach(client -> {
            if (client.hasAnswered()) {
                client.asked();
                send(client, new PingMessage());
            } else {
                LOG.debug("No pong from {}; ending it", client.id());
                end(client);
            }
        });
    }

    /** Never throws for a client that is gone. */
    private void send(Client client, WebSocketMessage<?> message) {
        if (!client.session().isOpen()) {
            clients.remove(client.id());
            return;
        }
        try {
            client.session().sendMessage(message);
        } catch (SessionLimitExceededException e) {
            LOG.debug("Client {} reads too slowly: {}", client.id(), e.getMessage());
            end(client);
        } catch (IOException e) {
            LOG.debug("Broken pipe for {}: {}", client.id(), e.toString());
            end(client);
        } catch (IllegalStateException e) {
            LOG.debug("WebSocket invalid state for {}: {}", client.id(), e.getMessage());
            end(client);
        }
    }

    private void end(Client client) {
        clients.remove(client.id());
        try {
            client.session().close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Connection {} already closed: {}", client.id(), e.toString());
        }
    }

    @Override
    public int total() {
        return clients.size();
    }
}
