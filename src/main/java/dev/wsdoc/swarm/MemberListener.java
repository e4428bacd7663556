package dev.wsdoc.swarm;

import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.Violation;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** What happens to a member; called on its loop's thread. Buffers are valid only during the call. */
public interface MemberListener {
    /** A listener that does not care. */
    MemberListener NONE = new MemberListener() {};

    /** It begins to connect. */
    default void connecting(Member member) {}

    /** Its TCP connection stands. */
    default void connected(Member member) {}

    /**
     * Bytes can be exchanged: what it has to say goes out next.
     *
     * @param session of TLS; null without
     */
    default void prepared(Member member, @Nullable SSLSession session) {}

    /** The server agreed to the upgrade; {@link #opened} follows. */
    default void upgraded(Member member, UpgradeResponse response) {}

    default void opened(Member member) {}

    /** It did not come to be open. */
    default void notOpened(Member member, OpenFailure failure) {}

    default void message(Member member, Opcode opcode, ByteBuffer payload) {}

    /** The server pinged; a member that is not silent answers by itself. */
    default void ping(Member member, ByteBuffer payload) {}

    default void pong(Member member, ByteBuffer payload) {}

    /** The server sent a text that is no UTF-8; a good client hangs up, unless the listener wants to go on. */
    default boolean goesOnAfterBadText(Member member) {
        return false;
    }

    /** The server's close frame came, as {@link Member#closeCode} says; a member that is not silent has answered it. */
    default void closeReceived(Member member) {}

    /** The server broke RFC 6455; the member hangs up. */
    default void violation(Member member, Violation violation) {}

    /** The connection has ended, as {@link Member#end} says. Not called for what the member itself closed. */
    default void ended(Member member) {}
}
