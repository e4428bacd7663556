package dev.wsdoc.swarm;

import dev.wsdoc.net.tls.TlsFailure;
import dev.wsdoc.wire.ClientProtocol;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.FrameWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What happens to members, as their sockets and the frames on them tell. One per loop, so that members need none; owned by the
 * loop's thread.
 */
final class MemberEvents {
    private static final String LATE_TLS =
            "no end of the TLS handshake in time; does the server speak TLS on this port?";

    private final SwarmLoop loop;
    private final WireEventAdapter wire = new WireEventAdapter(this);

    MemberEvents(SwarmLoop loop) {
        this.loop = loop;
    }

    /** Bytes can be exchanged. */
    void connected(Member member) throws IOException {
        Connecting connecting = member.connecting();
        if (connecting == null) {
            return;
        }
        byte[] nonce = loop.nonce();
        ByteBuffer request = connecting.request(nonce, loop.out);
        if (connecting.upgrades()) {
            member.upgradesBy(connecting.begin(nonce, loop.limits));
            member.socket.write(request);
        } else {
            byte[] unsaid = new byte[request.remaining()];
            request.get(unsaid);
            member.staysRaw(new RawExchange(unsaid));
            opened(member, null);
        }
    }

    void received(Member member, ByteBuffer bytes) {
        ClientProtocol protocol = member.protocol();
        RawExchange talk = member.talk();
        if (protocol != null) {
            protocol.receive(bytes, loop.accept, wire.of(member));
        } else if (talk != null) {
            talk.received(bytes);
        }
    }

    void endOfStream(Member member) {
        ClientProtocol protocol = member.protocol();
        if (protocol != null) {
            protocol.endOfInput(wire.of(member));
        }
        member.endedBy(SocketEnd.FIN);
    }

    void failed(Member member, Exception e) {
        if (member.connecting() == null) {
            member.endedBy(SocketEnd.RESET);
        } else {
            String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            OpenFailure.Kind kind = e instanceof TlsFailure ? OpenFailure.Kind.TLS : OpenFailure.Kind.CONNECT;
            notOpened(member, new OpenFailure(kind, text, null));
        }
    }

    /** Gives up a member whose upgrade was not answered in time. */
    void checkTime(Member member, long now) {
        Connecting connecting = member.connecting();
        if (connecting != null && connecting.deadline() - now <= 0) {
            notOpened(
                    member,
                    member.socket.isPreparing()
                            ? new OpenFailure(OpenFailure.Kind.TLS, LATE_TLS, null)
                            : new OpenFailure(
                                    OpenFailure.Kind.TIMEOUT, "no answer to the upgrade request in time", null));
        }
    }

    void opened(Member member, @Nullable String id) {
        Connecting done = member.connecting();
        member.arrived(id);
        if (done != null) {
            done.opened(member);
            member.listener.opened(member);
        }
    }

    void notOpened(Member member, OpenFailure failure) {
        Connecting failed = member.connecting();
        member.arrived(null);
        member.ended(SocketEnd.LOCAL);
        member.socket.close();
        if (failed != null) {
            failed.failed(member, failure);
        }
    }

    /** The server's close frame came; a good client answers with its code: RFC 6455 section 5.5.1. */
    void closeReceived(Member member, int code) {
        member.closeReceived(code);
        if (!member.isSilent()) {
            member.silenced();
            int answer = CloseCode.onTheWire(code) ? code : CloseCode.NO_STATUS;
            member.write(FrameWriter.close(answer, "", loop.mask()));
        }
    }
}
