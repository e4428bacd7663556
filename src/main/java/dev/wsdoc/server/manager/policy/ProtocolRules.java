package dev.wsdoc.server.manager.policy;

import dev.wsdoc.server.manager.connection.Connection;

/** What the server does about a peer's frames because RFC 6455 asks for it: all of it, on a healthy one. Loop thread only. */
public interface ProtocolRules {
    /** Whether a text must be UTF-8: section 8.1. */
    default boolean checksText() {
        return true;
    }

    /** Whether this peer's close frame is answered, and ends the connection: section 5.5.1. */
    default boolean answersClose(Connection connection) {
        return true;
    }

    /** All are kept. */
    static ProtocolRules kept() {
        return new ProtocolRules() {};
    }
}
