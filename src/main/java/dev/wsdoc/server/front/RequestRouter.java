package dev.wsdoc.server.front;

import dev.wsdoc.net.EventLoop;
import dev.wsdoc.server.engine.AdmittedHandshake;
import dev.wsdoc.server.engine.Deadlines;
import dev.wsdoc.server.engine.LingeringClose;
import dev.wsdoc.server.engine.LoopContext;
import dev.wsdoc.server.manager.Manager;
import dev.wsdoc.server.manager.connection.Ticket;
import dev.wsdoc.server.manager.policy.HandshakeRequest;
import dev.wsdoc.server.manager.policy.Refusal;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Routes each new socket by its request head: WebSocket handshakes to the engine, other requests to HTTP, the rest out.
 * Loop thread only.
 */
public final class RequestRouter {
    private static final int BUFFER_BYTES = 16 << 10;

    private final Manager manager;
    private final LoopContext engine;
    private final Splices splices;
    private final LingeringClose partings;
    private final Deadlines<PendingConnection> deadlines;
    private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final int maxHeaderBytes;

    public RequestRouter(
            EventLoop loop,
            Manager manager,
            LoopContext engine,
            Splices splices,
            LingeringClose partings,
            Duration handshakeTimeout,
            int maxHeaderBytes) {
        this.manager = manager;
        this.engine = engine;
        this.splices = splices;
        this.partings = partings;
        this.maxHeaderBytes = maxHeaderBytes;
        this.deadlines = new Deadlines<>(loop, handshakeTimeout, this::tooSlow);
    }

    int maxHeaderBytes() {
        return maxHeaderBytes;
    }

    ByteBuffer readBuffer() {
        return readBuffer.clear();
    }

    void arrived(PendingConnection visitor) {
        deadlines.start(visitor);
    }

    /** The visitor left before its request was complete. */
    void left(PendingConnection visitor, String how) {
        deadlines.remove(visitor);
        visitor.close();
        manager.handshakeFailed(visitor.address(), Refusal.badRequest(400, how));
    }

    private void tooSlow(PendingConnection visitor) {
        Refusal refusal = Refusal.badRequest(408, "the request head did not come in time");
        manager.handshakeFailed(visitor.address(), refusal);
        if (visitor.hasSaidSomething()) {
            send(visitor, refusal);
        } else {
            visitor.close();
        }
    }

    /** The request is no request, or too long. */
    void reject(PendingConnection visitor, Refusal refusal) {
        manager.handshakeFailed(visitor.address(), refusal);
        send(visitor, refusal);
    }

    private void send(PendingConnection visitor, Refusal refusal) {
        deadlines.remove(visitor);
        partings.part(visitor.channel(), visitor.key(), ErrorResponse.of(refusal));
    }

    /** The head is complete. */
    void route(PendingConnection visitor, HeadBuffer received) {
        RequestHead head = RequestHead.parse(received.bytes(), received.headBytes());
        if (head == null) {
            reject(visitor, Refusal.badRequest(400, "this is not an HTTP request"));
        } else if (head.wantsWebSocket()) {
            upgrade(visitor, head, received);
        } else {
            http(visitor, received);
        }
    }

    private void upgrade(PendingConnection visitor, RequestHead head, HeadBuffer received) {
        Refusal fault = HandshakeCheck.check(head);
        if (fault != null) {
            reject(visitor, fault);
            return;
        }
        InetSocketAddress address = visitor.address();
        Manager.Decision decision = manager.admit(new HandshakeRequest(head.path(), head.header("origin"), address));
        Ticket ticket = decision.ticket();
        if (ticket != null) {
            deadlines.remove(visitor);
            AdmittedHandshake handshake =
                    new AdmittedHandshake(ticket, head.webSocketKey(), received.headBytes(), received.rest());
            engine.open(handshake, visitor.channel(), visitor.key());
        } else if (decision.refusal() != null) {
            send(visitor, decision.refusal());
        }
    }

    private void http(PendingConnection visitor, HeadBuffer received) {
        if (splices.isFull()) {
            send(visitor, new Refusal(Refusal.Reason.CONNECTION_LIMIT, 503, "too many HTTP connections"));
            return;
        }
        deadlines.remove(visitor);
        splices.open(visitor.channel(), visitor.key(), visitor.address(), received.all());
    }

    /** Closes everyone who is still waiting at the door. */
    public void close() {
        for (PendingConnection visitor : deadlines.all()) {
            deadlines.remove(visitor);
            visitor.close();
        }
    }
}
