package dev.wsdoc.server.manager.policy;

import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;

/** What else happens when connections come to an end: nothing, on a healthy server. Loop thread only. */
public interface EndHook {
    /** A connection ended abnormally. */
    default void endedAbnormally(Connection connection, Ends ends) {}

    /** A connection left the list. */
    default void removed(Connection connection) {}

    /** A message is about to be sent to every customer. */
    default void broadcasting() {}

    /** Nothing happens. */
    static EndHook none() {
        return new EndHook() {};
    }
}
