package dev.wsdoc.server.front;

import dev.wsdoc.net.EventLoop;
import dev.wsdoc.server.engine.AdmittedHandshake;
import dev.wsdoc.server.engine.Deadlines;
import dev.wsdoc.server.engine.LingeringClose;
import dev.wsdoc.server.engine.LoopContext;
import dev.wsdoc.server.manager.Manager;
import dev.wsdoc.server.manager.connection.Ticket;
import dev.wsdoc.server.manager.policy.HandshakeRequest;
import dev.wsdoc.server.manager.policy.Mishap;
import dev.wsdoc.server.manager.policy.Refusal;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.slf4j.Logger;

/**
 * Routes each new socket by its request head: WebSocket handshakes to the engine, other requests to HTTP, the rest out.
 * Loop thread only.
 */
public final class RequestRouter {
    private static final int BUFFER_BYTES = 16 << 10;

    private final Manager manager;
    private final LoopContext context;
    private final HttpConnections http;
    private final LingeringClose lingering;
    private final Deadlines<PendingConnection> deadlines;
    private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final int maxHeaderBytes;
    private final Logger log;

    public RequestRouter(
            EventLoop loop,
            Manager manager,
            LoopContext context,
            HttpConnections http,
            LingeringClose lingering,
            Duration handshakeTimeout,
            int maxHeaderBytes,
            Logger log) {
        this.manager = manager;
        this.context = context;
        this.http = http;
        this.lingering = lingering;
        this.maxHeaderBytes = maxHeaderBytes;
        this.log = log;
        this.deadlines = new Deadlines<>(loop, handshakeTimeout, this::tooSlow, log);
    }

    int maxHeaderBytes() {
        return maxHeaderBytes;
    }

    ByteBuffer readBuffer() {
        return readBuffer.clear();
    }

    void arrived(PendingConnection pending) {
        deadlines.start(pending);
    }

    /** The client left before its request was complete. */
    void left(PendingConnection pending, String how) {
        deadlines.remove(pending);
        pending.close();
        manager.handshakeFailed(pending.address(), Refusal.badRequest(400, how));
    }

    /** A bug of ours, or no memory: it is cut off, and no other. */
    void failed(PendingConnection pending, Throwable failure) {
        deadlines.remove(pending);
        pending.close();
        Mishap.report(log, "Handling the request of {} failed; it is cut off", pending.address(), failure);
    }

    private void tooSlow(PendingConnection pending) {
        Refusal refusal = Refusal.badRequest(408, "the request head did not come in time");
        manager.handshakeFailed(pending.address(), refusal);
        if (pending.hasSaidSomething()) {
            send(pending, refusal);
        } else {
            pending.close();
        }
    }

    /** The request is no request, or too long. */
    void reject(PendingConnection pending, Refusal refusal) {
        manager.handshakeFailed(pending.address(), refusal);
        send(pending, refusal);
    }

    private void send(PendingConnection pending, Refusal refusal) {
        deadlines.remove(pending);
        lingering.part(pending.channel(), pending.key(), ErrorResponse.of(refusal));
    }

    /** The head is complete. */
    void route(PendingConnection pending, HeadBuffer received) {
        RequestHead head = RequestHead.parse(received.bytes(), received.headBytes());
        if (head == null) {
            reject(pending, Refusal.badRequest(400, "this is not an HTTP request"));
        } else if (head.wantsWebSocket()) {
            upgrade(pending, head, received);
        } else {
            http(pending, head, received);
        }
    }

    private void upgrade(PendingConnection pending, RequestHead head, HeadBuffer received) {
        Refusal fault = HandshakeCheck.check(head);
        if (fault != null) {
            reject(pending, fault);
            return;
        }
        Manager.Decision decision = manager.admit(new HandshakeRequest(
                head.path(),
                head.header("host"),
                head.header("origin"),
                head.header("authorization"),
                pending.address()));
        Ticket ticket = decision.ticket();
        if (ticket != null) {
            deadlines.remove(pending);
            AdmittedHandshake handshake =
                    new AdmittedHandshake(ticket, head.webSocketKey(), received.headBytes(), received.rest());
            context.open(handshake, pending.channel(), pending.key());
        } else if (decision.refusal() != null) {
            send(pending, decision.refusal());
        }
    }

    private void http(PendingConnection pending, RequestHead head, HeadBuffer received) {
        if (http.isFullFor(pending.address())) {
            send(pending, new Refusal(Refusal.Reason.CONNECTION_LIMIT, 503, "too many HTTP connections"));
            return;
        }
        deadlines.remove(pending);
        http.open(pending, head, received.rest());
    }

    /** Closes everyone who is still waiting at the door. */
    public void close() {
        for (PendingConnection pending : deadlines.all()) {
            deadlines.remove(pending);
            pending.close();
        }
    }
}
