/**
 * Java-WebSocket's protocol engine on the event loop. Read SocketPeer first: bytes come in through FrameGuard, which bounds them, reach
 * ProtocolSession, and frames go out through Outbox; Deadlines and LingeringClose end what takes too long.
 */
@NullMarked
package dev.wsdoc.server.engine;

import org.jspecify.annotations.NullMarked;
