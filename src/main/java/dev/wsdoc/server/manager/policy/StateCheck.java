package dev.wsdoc.server.manager.policy;

import dev.wsdoc.server.manager.connection.Connection;

/** Whether a connection can be sent to. Never throws. Loop thread only. */
public interface StateCheck {
    boolean isConnected(Connection connection);

    /** The state in words, for the log. */
    String describe(Connection connection);
}
