package dev.wsdoc.server.manager.policy;

import dev.wsdoc.server.manager.connection.Connection;

/** How the server treats clients that do nothing wrong: a healthy one lets them be. Loop thread only. */
public interface Manners {
    /** A connection is open. */
    default void opened(Connection connection) {}

    /** A client's message was sent to those whom it is for. */
    default void said(Connection sender) {}

    /** A client's message could not be sent to one of those whom it is for. */
    default void unreached(Connection sender) {}

    /** Nothing is done to anybody. */
    static Manners good() {
        return new Manners() {};
    }
}
