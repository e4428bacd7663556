package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Aftermath;
import dev.wsdoc.server.manager.Connection;
import dev.wsdoc.server.manager.Doorman;
import dev.wsdoc.server.manager.Ends;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.Refusal;
import dev.wsdoc.server.manager.Registry;
import dev.wsdoc.server.manager.Scheduler;
import org.slf4j.Logger;

/** Lets nobody in any more once a connection has ended abnormally. */
public final class RefusesAfterChaos extends Policies {
    private boolean shaken;

    @Override
    public Aftermath aftermath(Registry registry, Scheduler scheduler, Logger log) {
        return new Aftermath() {
            @Override
            public void endedAbnormally(Connection connection, Ends ends) {
                shaken = true;
            }
        };
    }

    @Override
    public Doorman doorman(Doorman healthy) {
        Refusal refusal = new Refusal(Refusal.Reason.CONNECTION_LIMIT, 503, "too many connections");
        return upgrade -> shaken ? refusal : healthy.refuse(upgrade);
    }
}
