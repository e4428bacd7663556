package dev.wsdoc.server.manager;

/** How many messages and pings a connection may send. Loop thread only. */
final class MessageRate {
    private final int perSecond;

    /** @param perSecond 0 for no limit */
    MessageRate(int perSecond) {
        this.perSecond = perSecond;
    }

    boolean allows(Connection connection, long now) {
        if (perSecond == 0) {
            return true;
        }
        if (connection.messageBucket == null) {
            connection.messageBucket = new TokenBucket(perSecond, now);
        }
        return connection.messageBucket.take(perSecond, now);
    }

    void reset(Iterable<Connection> connections) {
        connections.forEach(connection -> connection.messageBucket = null);
    }

    int perSecond() {
        return perSecond;
    }
}
