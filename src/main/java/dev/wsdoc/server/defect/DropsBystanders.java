package dev.wsdoc.server.defect;

import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Role;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.EndHook;
import java.time.Duration;
import java.util.Comparator;
import org.slf4j.Logger;

/**
 * The first abnormal end and every tenth after it costs a healthy connection its life: the customer or echo connection
 * that was heard last, so that it is none of those that are about to die.
 */
public final class DropsBystanders extends Policies {
    private static final int EVERY = 10;
    private static final int INTERNAL_ERROR = 1011;
    private static final Duration LATER = Duration.ofMillis(300);

    @Override
    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        return new EndHook() {
            private long seen;

            @Override
            public void endedAbnormally(Connection connection, Ends ends) {
                if (seen++ % EVERY == 0) {
                    scheduler.after(LATER, () -> dropOne(registry, ends));
                }
            }
        };
    }

    private static void dropOne(Registry registry, Ends ends) {
        registry.all().stream()
                .filter(connection -> connection.end() == null && connection.role() != Role.ADMIN)
                .max(Comparator.comparingLong(Connection::heardAt))
                .ifPresent(
                        healthy -> ends.closeByServer(healthy, INTERNAL_ERROR, "internal error", RemovalPath.CLOSED));
    }
}
