package dev.wsdoc.server.manager.connection;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * An admitted handshake that becomes a connection when its answer is written.
 *
 * @param id such as {@code customer_session123-42}, never given twice
 * @param session the customer's session, null for other roles
 */
public record Ticket(String id, Role role, @Nullable String session, InetSocketAddress address) {}
