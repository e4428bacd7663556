package dev.wsdoc.server.defect;

import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.Manners;
import java.util.HashMap;
import java.util.Map;

/** Takes a client that has said a few things for one that says too much. */
public final class EndsTalkative extends Policies {
    private static final int MOST_MESSAGES = 5;
    private static final int POLICY_VIOLATION = 1008;

    @Override
    public Manners manners(Ends ends, Scheduler scheduler) {
        return new Manners() {
            private final Map<Connection, Integer> messages = new HashMap<>();

            @Override
            public void said(Connection sender) {
                if (messages.merge(sender, 1, Integer::sum) == MOST_MESSAGES) {
                    messages.remove(sender);
                    ends.closeByServer(sender, POLICY_VIOLATION, "too many messages", RemovalPath.CLOSED);
                }
            }
        };
    }
}
