package dev.wsdoc.server.defect;

import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.Manners;

/** A send into the dead fails in the handler of whoever spoke, which ends the wrong one. */
public final class KillsSender extends Policies {
    private static final int INTERNAL_ERROR = 1011;

    @Override
    public Manners manners(Ends ends, Scheduler scheduler) {
        return new Manners() {
            @Override
            public void unreached(Connection sender) {
                if (sender.end() == null) {
                    ends.closeByServer(sender, INTERNAL_ERROR, "internal error", RemovalPath.CLOSED);
                }
            }
        };
    }
}
