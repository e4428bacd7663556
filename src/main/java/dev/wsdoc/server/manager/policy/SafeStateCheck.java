package dev.wsdoc.server.manager.policy;

import dev.wsdoc.server.manager.connection.Connection;
import org.slf4j.Logger;

/** False for anything missing or odd. */
public final class SafeStateCheck implements StateCheck {
    private final Logger log;

    public SafeStateCheck(Logger log) {
        this.log = log;
    }

    @Override
    public boolean isConnected(Connection connection) {
        try {
            return connection.isListed()
                    && connection.end() == null
                    && connection.peer().isOpen();
        } catch (RuntimeException e) {
            log.debug("Error checking connection state for {}: {}", connection.id(), Classifier.describe(e));
            return false;
        }
    }

    @Override
    public String describe(Connection connection) {
        Connection.End end = connection.end();
        if (end != null) {
            return "WebSocket state is CLOSED (" + end.category() + ")";
        }
        return connection.isListed() ? "WebSocket state is CLOSING" : "WebSocket is no longer listed";
    }
}
