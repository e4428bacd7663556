package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.AdmissionPolicy;
import dev.wsdoc.server.manager.policy.EndHook;
import dev.wsdoc.server.manager.policy.Refusal;
import org.slf4j.Logger;

/** Lets nobody in any more once a connection has ended abnormally. */
public final class RefusesAfterChaos extends Policies {
    private boolean shaken;

    @Override
    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        return new EndHook() {
            @Override
            public void endedAbnormally(Connection connection, Ends ends) {
                shaken = true;
            }
        };
    }

    @Override
    public AdmissionPolicy admissionPolicy(AdmissionPolicy healthy) {
        Refusal refusal = new Refusal(Refusal.Reason.CONNECTION_LIMIT, 503, "too many connections");
        return upgrade -> shaken ? refusal : healthy.refuse(upgrade);
    }
}
