package dev.wsdoc.server.defect;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.Noticing;
import dev.wsdoc.server.manager.policy.ProtocolRules;
import java.util.HashSet;
import java.util.Set;

/** Does not heed a goodbye, and keeps the connection: whoever said it says nothing more, no pong either, and is waited for. */
public final class IgnoresClose extends Policies {
    private final Set<Connection> leaving = new HashSet<>();

    @Override
    public ProtocolRules protocolRules() {
        return new ProtocolRules() {
            @Override
            public boolean answersClose(Connection connection) {
                leaving.add(connection);
                return false;
            }
        };
    }

    @Override
    public Noticing noticing(Scheduler scheduler) {
        return (connection, ending, act) -> {
            if (ending.category() != Category.NO_PONG || !leaving.contains(connection)) {
                leaving.remove(connection);
                act.accept(connection, ending);
            }
        };
    }
}
