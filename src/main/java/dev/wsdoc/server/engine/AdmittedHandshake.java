package dev.wsdoc.server.engine;

import dev.wsdoc.server.manager.connection.Ticket;
import java.nio.ByteBuffer;

/**
 * A handshake that was checked and admitted at the door.
 *
 * @param webSocketKey the Sec-WebSocket-Key
 * @param headBytes length of the request head
 * @param rest what came after the head, in a heap buffer
 */
public record AdmittedHandshake(Ticket ticket, String webSocketKey, int headBytes, ByteBuffer rest) {}
