package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.Delivery;
import dev.wsdoc.server.manager.policy.EndHook;
import org.slf4j.Logger;

/** Once a connection has ended abnormally, every fifth message to a healthy one is lost without a word. */
public final class LosesMessages extends Policies {
    private static final int EVERY = 5;

    private boolean shaken;
    private long sent;

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
    public Delivery delivery() {
        return new Delivery() {
            @Override
            public boolean delivers(Connection receiver) {
                return !shaken || receiver.end() != null || ++sent % EVERY != 0;
            }
        };
    }
}
