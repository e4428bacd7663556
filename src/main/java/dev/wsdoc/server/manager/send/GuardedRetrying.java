package dev.wsdoc.server.manager.send;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ending;
import dev.wsdoc.server.manager.policy.Retrying;
import dev.wsdoc.server.manager.policy.SendResult;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Tries again only what may still succeed: a message that found the queue full waits, with those behind it, and before
 * each try the connection is checked. A dead one is disconnected at once. Loop thread only.
 */
public final class GuardedRetrying implements Retrying {
    private static final String QUEUE_FULL = "the outgoing queue is full";

    private final RetryTools tools;
    private final Map<Connection, Waiting> waiting = new HashMap<>();

    public GuardedRetrying(RetryTools tools) {
        this.tools = tools;
    }

    @Override
    public SendResult send(Connection connection, ByteBuffer frame) {
        if (!tools.stateCheck().isConnected(connection)) {
            return refuse(connection);
        }
        Waiting behind = waiting.get(connection);
        if (behind != null) {
            return queueBehind(connection, behind, frame);
        }
        return switch (connection.peer().offer(frame)) {
            case ACCEPTED -> SendResult.SENT;
            case DEAD ->
                disconnect(
                        connection, Category.INVALID_STATE, tools.stateCheck().describe(connection));
            case FULL -> startWaiting(connection, frame);
        };
    }

    private SendResult refuse(Connection connection) {
        tools.counters().failed(Category.INVALID_STATE);
        tools.logging()
                .ended(
                        connection.id(),
                        Category.INVALID_STATE,
                        tools.stateCheck().describe(connection));
        return SendResult.REFUSED;
    }

    private SendResult disconnect(Connection connection, Category category, String reason) {
        tools.ends().abnormal(connection, Ending.removed(category, reason, RemovalPath.SEND_FAILED));
        return SendResult.REFUSED;
    }

    private SendResult startWaiting(Connection connection, ByteBuffer frame) {
        if (tools.maxRetries() == 0) {
            return tooSlow(connection);
        }
        Waiting first = new Waiting();
        first.add(frame);
        waiting.put(connection, first);
        scheduleTry(connection, 1);
        return SendResult.RETRYING;
    }

    private SendResult queueBehind(Connection connection, Waiting behind, ByteBuffer frame) {
        if (behind.bytes() + frame.remaining() > tools.maxWaitingBytes()) {
            return tooSlow(connection);
        }
        behind.add(frame);
        return SendResult.RETRYING;
    }

    private void scheduleTry(Connection connection, int attempt) {
        tools.logging().retrying(connection.id(), attempt, QUEUE_FULL);
        tools.scheduler().after(RetryTools.DELAY, () -> retry(connection, attempt));
    }

    private void retry(Connection connection, int attempt) {
        Waiting messages = waiting.get(connection);
        if (messages == null) {
            return;
        }
        if (!tools.stateCheck().isConnected(connection)) {
            stopOnDead(connection);
            return;
        }
        tools.counts().attempted(connection);
        boolean firstWent = messages.moveTo(connection.peer());
        if (messages.isEmpty()) {
            waiting.remove(connection);
            tools.counts().recovered();
        } else if (firstWent) {
            scheduleTry(connection, 1); // the peer reads, slowly: the next message has its own tries
        } else if (attempt < tools.maxRetries()) {
            scheduleTry(connection, attempt + 1);
        } else {
            tooSlow(connection);
        }
    }

    private void stopOnDead(Connection connection) {
        waiting.remove(connection);
        tools.counts().stoppedDead();
        tools.logging().stoppedRetrying(connection.id());
        disconnect(connection, Category.INVALID_STATE, tools.stateCheck().describe(connection));
    }

    private SendResult tooSlow(Connection connection) {
        waiting.remove(connection);
        tools.counts().exhausted();
        String reason = connection.peer().queuedBytes() + " bytes are queued and it does not read";
        tools.ends().abnormal(connection, Ending.stale(Category.SLOW_CONSUMER, reason));
        return SendResult.REFUSED;
    }

    @Override
    public void writeFailed(Connection connection, Category category, String reason) {
        waiting.remove(connection);
        disconnect(connection, category, reason);
    }
}
