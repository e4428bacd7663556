package dev.wsdoc.swarm;

import dev.wsdoc.wire.ClientProtocol;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.FrameWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to members, as their sockets and the frames on them tell. One per loop, so that members need none; owned by the
 * loop's thread.
 */
final class MemberEvents {
    private static final Logger LOG = LoggerFactory.getLogger(MemberEvents.class);
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
        RawExchange exchange = member.exchange();
        if (protocol != null) {
            protocol.receive(bytes, loop.accept, wire.of(member));
        } else if (exchange != null) {
            exchange.received(bytes);
        }
    }

    void endOfStream(Member member) {
        ClientProtocol protocol = member.protocol();
        if (protocol != null) {
            protocol.endOfInput(wire.of(member));
        }
        member.endedBy(SocketEnd.FIN);
    }

    /** It failed while it was served: its connection, or else something within wsdoc. */
    void failed(Member member, Throwable why) {
        if (!(why instanceof IOException) && !isOfConnecting(member, why)) {
            giveUp(member, why);
        } else if (member.connecting() == null) {
            member.endedBy(SocketEnd.RESET);
        } else {
            notOpened(member, OpenFailure.of(why));
        }
    }

    /** Java refuses some addresses by exceptions that are unchecked. */
    private static boolean isOfConnecting(Member member, Throwable why) {
        return member.connecting() != null && member.protocol() == null && why instanceof IllegalArgumentException;
    }

    /** A listener may have failed, or the memory: this member ends, and no other one notices. */
    private void giveUp(Member member, Throwable why) {
        if (member.hasEnded()) {
            report("A listener failed at the end of a connection", why);
            return;
        }
        report("A listener failed; the connection is given up", why);
        if (member.connecting() != null) {
            notOpened(member, OpenFailure.of(why));
        } else {
            guard(member, () -> member.endedBy(SocketEnd.FAILED));
        }
    }

    /** Does something for a member, which ends when that fails. */
    void guard(Member member, Runnable action) {
        try {
            action.run();
        } catch (Throwable t) {
            failed(member, t);
        }
    }

    /** Without memory even the report can fail; the member's end is seen nevertheless. */
    private static void report(String what, Throwable why) {
        try {
            LOG.error(what, why);
        } catch (Throwable unreported) {
            why.addSuppressed(unreported);
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
            guard(member, () -> member.listener.notOpened(member, failure));
        }
    }

    /** The server's close frame came; a good client answers with its code: RFC 6455 section 5.5.1. */
    void closeReceived(Member member, int code, String reason) {
        member.closeReceived(code, reason);
        if (!member.isSilent()) {
            member.silenced();
            int answer = CloseCode.onTheWire(code) ? code : CloseCode.NO_STATUS;
            member.write(FrameWriter.close(answer, "", loop.mask()));
        }
        member.listener.closeReceived(member);
    }
}
