package dev.wsdoc.server.manager;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Peer;
import dev.wsdoc.server.manager.connection.Ticket;
import dev.wsdoc.server.manager.policy.Refusal;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** What sockets tell the manager. Loop thread only. */
public interface PeerEvents {
    /** The handshake's answer is on its way. */
    Connection opened(Ticket ticket, Peer peer);

    /** A whole message came, already as a frame to send. */
    void message(Connection connection, ByteBuffer frame);

    /** A ping came; {@code pong} is the frame that answers it. */
    void pinged(Connection connection, ByteBuffer pong);

    void ponged(Connection connection);

    /** A close frame came and is being answered. */
    void closedByPeer(Connection connection, String how);

    /** The connection is over without a closing handshake of the peer's. */
    void broke(Connection connection, Category category, String reason);

    /** A write failed. */
    void writeFailed(Connection connection, Category category, String reason);

    /** A handshake came to nothing. */
    void handshakeFailed(InetSocketAddress address, Refusal refusal);
}
