package dev.wsdoc.server.manager.send;

import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.TokenBucket;

/** How many messages and pings a connection may send. Loop thread only. */
public final class MessageRate {
    private final int perSecond;

    /** @param perSecond 0 for no limit */
    public MessageRate(int perSecond) {
        this.perSecond = perSecond;
    }

    public boolean allows(Connection connection, long now) {
        if (perSecond == 0) {
            return true;
        }
        if (connection.messageBucket == null) {
            connection.messageBucket = new TokenBucket(perSecond, now);
        }
        return connection.messageBucket.take(perSecond, now);
    }

    public void reset(Iterable<Connection> connections) {
        connections.forEach(connection -> connection.messageBucket = null);
    }

    public int perSecond() {
        return perSecond;
    }
}
