package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.EndHook;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;

/** Opens something for each abnormal end and never closes it: wave after wave leaves as many descriptors as it had victims. */
public final class LeaksPerWave extends Policies {
    @Override
    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        return new EndHook() {
            private final List<SpareSocket> kept = new ArrayList<>();

            @Override
            public void endedAbnormally(Connection connection, Ends ends) {
                kept.add(SpareSocket.open(log));
            }
        };
    }
}
