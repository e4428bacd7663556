package dev.wsdoc.server.defect;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ending;
import dev.wsdoc.server.manager.connection.Peer;
import dev.wsdoc.server.manager.policy.Retrying;
import dev.wsdoc.server.manager.policy.SendResult;
import dev.wsdoc.server.manager.send.RetryTools;
import java.nio.ByteBuffer;

/** Sends to whoever is listed, and tries again whatever the failure was: nobody looks whether anyone is there. */
final class BlindRetrying implements Retrying {
    private final RetryTools tools;

    BlindRetrying(RetryTools tools) {
        this.tools = tools;
    }

    @Override
    public SendResult send(Connection connection, ByteBuffer frame) {
        Peer.Offer offer = connection.peer().offer(frame);
        if (offer == Peer.Offer.ACCEPTED) {
            return SendResult.SENT;
        }
        tools.counters().failed(Category.INVALID_STATE);
        tools.logging().ended(connection.id(), Category.INVALID_STATE, cause(offer));
        return tryAgain(connection, frame, offer, 1);
    }

    private SendResult tryAgain(Connection connection, ByteBuffer frame, Peer.Offer before, int attempt) {
        if (attempt > tools.maxRetries()) {
            tools.counts().exhausted();
            return SendResult.REFUSED;
        }
        tools.scheduler().after(RetryTools.DELAY, () -> retry(connection, frame, before, attempt));
        return SendResult.RETRYING;
    }

    private void retry(Connection connection, ByteBuffer frame, Peer.Offer before, int attempt) {
        tools.counts().attempted(connection);
        tools.logging().retrying(connection.id(), attempt, cause(before));
        Peer.Offer offer = connection.peer().offer(frame);
        if (offer == Peer.Offer.ACCEPTED) {
            tools.counts().recovered();
        } else {
            tryAgain(connection, frame, offer, attempt + 1);
        }
    }

    private static String cause(Peer.Offer offer) {
        return offer == Peer.Offer.FULL ? "the outgoing queue is full" : "WebSocket state is CLOSED";
    }

    @Override
    public void writeFailed(Connection connection, Category category, String reason) {
        tools.ends().abnormal(connection, Ending.stale(category, reason));
    }
}
