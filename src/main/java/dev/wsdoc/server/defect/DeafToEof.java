package dev.wsdoc.server.defect;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.Noticing;
import java.util.HashSet;
import java.util.Set;

/** Does not hear a peer end its side: such connections stay listed as live, whatever shows that they are over. */
public final class DeafToEof extends Policies {
    @Override
    public Noticing noticing(Scheduler scheduler) {
        Set<Connection> unheard = new HashSet<>();
        return (connection, ending, act) -> {
            if (ending.category() == Category.END_OF_STREAM) {
                unheard.add(connection);
            } else if (!unheard.contains(connection)) {
                act.accept(connection, ending);
            }
        };
    }
}
