package dev.wsdoc.server.manager.policy;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.manager.connection.Connection;
import java.nio.ByteBuffer;

/** How one message is sent to one connection, and what happens when that fails. Loop thread only. */
public interface Retrying {
    /** Sends one encoded frame, which is the receiver's alone; never throws. */
    SendResult send(Connection connection, ByteBuffer frame);

    /** A write to the connection's socket failed. */
    void writeFailed(Connection connection, Category category, String reason);
}
