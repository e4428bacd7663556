package dev.wsdoc.server.manager.send;

import dev.wsdoc.model.ServerStats;
import dev.wsdoc.server.manager.connection.Connection;

/** The counts of retries; {@link ServerStats.Retries} says what each means. Loop thread only. */
public final class RetryCounts {
    private long attempted;
    private long recovered;
    private long stoppedDead;
    private long onDead;
    private long exhausted;

    /** A send is tried again, after whatever was known of the connection. */
    public void attempted(Connection connection) {
        attempted++;
        if (connection.end() != null || !connection.isListed()) {
            onDead++;
        }
    }

    public void recovered() {
        recovered++;
    }

    public void stoppedDead() {
        stoppedDead++;
    }

    public void exhausted() {
        exhausted++;
    }

    public ServerStats.Retries snapshot() {
        return new ServerStats.Retries(attempted, recovered, stoppedDead, onDead, exhausted);
    }
}
