package dev.wsdoc.swarm;

import dev.wsdoc.wire.WireListener;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.Violation;
import dev.wsdoc.wire.handshake.UpgradeRefusal;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Hands the events of the wire to the member whose bytes are being read; one per loop, so that members need none. */
final class WireEventAdapter implements WireListener {
    private final MemberEvents events;
    private @Nullable Member current;

    WireEventAdapter(MemberEvents events) {
        this.events = events;
    }

    WireEventAdapter of(Member member) {
        current = member;
        return this;
    }

    private Member member() {
        if (current == null) {
            throw new IllegalStateException("no member is being read");
        }
        return current;
    }

    @Override
    public void opened(UpgradeResponse response) {
        member().listener.upgraded(member(), response);
        events.opened(member(), response.header("X-Connection-Id"));
    }

    @Override
    public void refused(UpgradeRefusal refusal) {
        events.notOpened(member(), new OpenFailure(OpenFailure.Kind.REFUSED, refusal.detail(), refusal));
    }

    @Override
    public void message(Opcode opcode, ByteBuffer payload) {
        Greeting greeting = member().greeting();
        if (greeting != null) {
            greeting.heard(payload);
        }
        member().listener.message(member(), opcode, payload);
    }

    @Override
    public void ping(ByteBuffer payload) {
        member().pingReceived();
        member().listener.ping(member(), payload.duplicate());
        if (!member().isSilent()) {
            member().pong(payload);
        }
    }

    @Override
    public void pong(ByteBuffer payload) {
        member().pongReceived();
        member().listener.pong(member(), payload);
    }

    @Override
    public void closeReceived(int code, String reason) {
        events.closeReceived(member(), code, reason);
    }

    @Override
    public boolean goesOnAfterBadText() {
        return member().listener.goesOnAfterBadText(member());
    }

    @Override
    public void violation(Violation violation) {
        member().listener.violation(member(), violation);
        member().endedBy(SocketEnd.VIOLATION);
    }

    @Override
    public void ended() {
        member().endedBy(SocketEnd.FIN);
    }
}
