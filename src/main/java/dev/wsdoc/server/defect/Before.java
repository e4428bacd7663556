package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.policy.EndLogging;
import dev.wsdoc.server.manager.policy.Retrying;
import dev.wsdoc.server.manager.policy.StateCheck;
import dev.wsdoc.server.manager.send.RetryTools;
import dev.wsdoc.server.setting.Behaviour.BackgroundSweep;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** The state before any improvement: blunt logging, blind retries, no background sweep, a weak state check. */
public final class Before extends Policies {
    @Override
    public EndLogging logging(Logger log, Level expected) {
        return new BluntLogging(log, expected);
    }

    @Override
    public Retrying retrying(RetryTools tools) {
        return new BlindRetrying(tools);
    }

    @Override
    public BackgroundSweep backgroundSweep(BackgroundSweep configured) {
        return BackgroundSweep.OFF;
    }

    /** Believes the list: what stands on it is connected. */
    @Override
    public StateCheck stateCheck(Logger log) {
        return new StateCheck() {
            @Override
            public boolean isConnected(Connection connection) {
                return connection.isListed();
            }

            @Override
            public String describe(Connection connection) {
                return "WebSocket state is CLOSED";
            }
        };
    }
}
