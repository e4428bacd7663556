package dev.wsdoc.server.manager.connection;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;

/** How connections come to an end: whoever finds a reason for one says so here, once. Loop thread only. */
public interface Ends {
    /** Something has shown that the connection is over, without a closing handshake. */
    void abnormal(Connection connection, Ending ending);

    /** The peer closed with a closing handshake; the engine has answered it. */
    void closedByPeer(Connection connection, String how);

    /** The server closes a live connection, with a closing handshake. */
    void closeByServer(Connection connection, int code, String reason, RemovalPath path);

    /** Takes a connection off the list. */
    void remove(Connection connection, RemovalPath path, Category category);

    /** Takes a stale connection off the list. */
    void removeStale(Connection connection, RemovalPath path);
}
