package dev.wsdoc.server.defect;

import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.Manners;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Ends a client that has said nothing for a second: no pong counts, and clients that only wait for news go one after the other. */
public final class EndsIdle extends Policies {
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final int GOING_AWAY = 1001;

    @Override
    public Manners manners(Ends ends, Scheduler scheduler) {
        return new Manners() {
            private final Map<Connection, Long> waits = new HashMap<>();
            private long begun;

            @Override
            public void opened(Connection connection) {
                beginToWait(connection);
            }

            @Override
            public void said(Connection sender) {
                beginToWait(sender);
            }

            private void beginToWait(Connection connection) {
                long wait = ++begun;
                waits.put(connection, wait);
                scheduler.after(IDLE, () -> end(connection, wait));
            }

            private void end(Connection connection, long wait) {
                if (waits.remove(connection, wait) && connection.end() == null) {
                    ends.closeByServer(connection, GOING_AWAY, "idle", RemovalPath.INACTIVE);
                }
            }
        };
    }
}
