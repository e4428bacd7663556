package dev.wsdoc.server.manager.policy;

import dev.wsdoc.model.Category;

/** What the log says when connections end and sends fail: one line an event. Loop thread only. */
public interface EndLogging {
    /** A connection ended, or a send to it failed. */
    void ended(String id, Category category, String reason);

    /** A closing handshake, of whichever side. */
    void closed(String id, String how);

    /** A handshake came to nothing. */
    void handshakeFailed(String address, String reason);

    /** A send is going to be tried again. */
    void retrying(String id, int attempt, String cause);

    /** The check before a retry found the connection dead. */
    void stoppedRetrying(String id);
}
