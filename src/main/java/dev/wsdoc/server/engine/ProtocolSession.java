package dev.wsdoc.server.engine;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.manager.PeerEvents;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.PeerWords;
import dev.wsdoc.server.manager.connection.Ticket;
import dev.wsdoc.server.manager.policy.Refusal;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.framing.PongFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The protocol of one connection: what its socket reads goes through the guard to the engine, and what the engine makes
 * of it to the manager. Loop thread only.
 */
final class ProtocolSession {
    private static final Logger LOG = LoggerFactory.getLogger(ProtocolSession.class);

    private static final int WHOLE_TEXT = 0x81; // RFC 6455 section 5.2: the bit FIN and the opcode
    private static final int WHOLE_CLOSE = 0x88;

    private final LoopContext context;
    private final PeerEvents events;
    private final Ticket ticket;
    private final SocketPeer socketPeer;
    private final FrameGuard guard;
    private final WebSocketImpl socket;
    private @Nullable Connection connection;
    private boolean closingByServer;

    ProtocolSession(LoopContext context, PeerEvents events, Ticket ticket, SocketPeer socketPeer) {
        this.context = context;
        this.events = events;
        this.ticket = ticket;
        this.socketPeer = socketPeer;
        this.guard = context.newGuard();
        this.socket = context.newSocket(this);
    }

    String id() {
        return ticket.id();
    }

    InetSocketAddress remoteAddress() {
        return ticket.address();
    }

    InetSocketAddress localAddress() {
        return socketPeer.localAddress();
    }

    /** Has the engine answer the handshake, then reads what came behind it. */
    void begin(ByteBuffer head, ByteBuffer rest) {
        socket.decode(head);
        if (connection != null && rest.hasRemaining()) {
            take(rest);
        }
    }

    /** Bytes were read. */
    void heard(ByteBuffer bytes) {
        if (connection != null) {
            connection.heard(context.now());
        }
        take(bytes);
    }

    private void take(ByteBuffer bytes) {
        FrameViolation violation = guard.take(bytes, this::decode);
        if (violation != null && socketPeer.isTalking()) {
            close(violation.code(), violation.reason());
            ended(violation.category(), violation.reason() + " (" + violation.code() + ")");
        }
    }

    private boolean decode(ByteBuffer frame) {
        int firstByte = frame.get(frame.position()) & 0xff;
        if (firstByte == WHOLE_TEXT && !context.rules().checksText()) {
            onMessage(UncheckedText.of(frame));
        } else if (firstByte != WHOLE_CLOSE
                || connection == null
                || context.rules().answersClose(connection)) {
            socket.decode(frame);
        }
        return socketPeer.isTalking();
    }

    /** Nothing more is read: what came of an unfinished message is dropped. */
    void release() {
        guard.release();
    }

    /** Writes a close frame, after which the engine lets nothing more be sent. */
    void close(int code, String reason) {
        closingByServer = true;
        socket.close(code, reason);
    }

    /** The connection is over. */
    void ended(Category category, String reason) {
        if (connection == null) {
            socketPeer.cut();
        } else {
            events.broke(connection, category, reason);
        }
    }

    void writeFailed(Category category, String reason) {
        if (connection == null) {
            socketPeer.cut();
        } else {
            events.writeFailed(connection, category, reason);
        }
    }

    // ---- what the engine says

    void onOpen() {
        connection = events.opened(ticket, socketPeer);
    }

    void onMessage(Framedata frame) {
        if (connection != null) {
            events.message(connection, context.encode(frame));
        }
    }

    void onPing(Framedata ping) {
        if (connection != null) {
            events.pinged(connection, context.encode(new PongFrame((PingFrame) ping)));
        }
    }

    void onPong() {
        if (connection != null) {
            events.ponged(connection);
        }
    }

    /** The engine has put frames of its own in its queue: the handshake's answer or a close frame. */
    void onWriteDemand() {
        for (ByteBuffer frame = socket.outQueue.poll(); frame != null; frame = socket.outQueue.poll()) {
            socketPeer.enqueue(frame);
        }
    }

    /** The engine has written its close frame. */
    void onClosing(int code, String reason, boolean remote) {
        socketPeer.handOver();
        if (closingByServer) {
            return; // whoever asked for it tells the manager
        }
        if (connection == null) {
            events.handshakeFailed(ticket.address(), Refusal.badRequest(400, String.valueOf(reason)));
        } else if (remote) {
            events.closedByPeer(connection, describe(code, reason));
        } else {
            Category category = code == CloseFrame.TOOBIG ? Category.OVERSIZED : Category.PROTOCOL;
            events.broke(connection, category, reason + " (" + code + ")");
        }
    }

    private static String describe(int code, @Nullable String reason) {
        String text = code == CloseFrame.NOCODE ? "by the peer without a code" : "by the peer with " + code;
        return reason == null || reason.isEmpty() ? text : text + " " + PeerWords.printable(reason);
    }

    void onError(Exception failure) {
        LOG.debug("The engine on {}: {}", ticket.id(), failure.toString());
    }
}
