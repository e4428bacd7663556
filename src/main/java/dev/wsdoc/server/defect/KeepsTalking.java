package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.EndHook;
import dev.wsdoc.server.manager.policy.LogLine;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** The broadcaster is not told of removals: it goes on complaining about connections that left the list long ago. */
public final class KeepsTalking extends Policies {
    @Override
    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        return new EndHook() {
            private final List<Connection> dead = new ArrayList<>();

            @Override
            public void endedAbnormally(Connection connection, Ends ends) {
                dead.add(connection);
            }

            @Override
            public void broadcasting() {
                dead.stream().filter(connection -> !connection.isListed()).forEach(this::complain);
            }

            private void complain(Connection connection) {
                LogLine.write(log, Level.INFO, connection.id(), "Broken pipe for {}: Broken pipe", connection.id());
            }
        };
    }
}
