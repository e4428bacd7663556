package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.Noticing;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Takes note of abnormal ends 8 s after they have shown. */
public final class SlowNotice extends Policies {
    private static final Duration DELAY = Duration.ofSeconds(8);

    @Override
    public Noticing noticing(Scheduler scheduler) {
        Set<Connection> dawning = new HashSet<>();
        return (connection, ending, act) -> {
            if (connection.end() != null) {
                act.accept(connection, ending); // long known: this is its removal
            } else if (dawning.add(connection)) {
                scheduler.after(DELAY, () -> {
                    dawning.remove(connection);
                    act.accept(connection, ending);
                });
            }
        };
    }
}
