package dev.wsdoc.swarm;

import dev.wsdoc.net.tls.TlsFailure;
import dev.wsdoc.wire.handshake.UpgradeRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection did not come about.
 *
 * @param text one line, such as {@code Connection refused} or {@code answered 404 Not Found}
 * @param refusal the server's answer to the upgrade; null when the connection failed below HTTP
 */
public record OpenFailure(Kind kind, String text, @Nullable UpgradeRefusal refusal) {

    /** One below HTTP. */
    static OpenFailure of(Throwable why) {
        String text = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return new OpenFailure(why instanceof TlsFailure ? Kind.TLS : Kind.CONNECT, text, null);
    }

    /** Where it failed. */
    public enum Kind {
        /** TCP: refused, unreachable, no port or descriptor free. */
        CONNECT,
        /** TLS: the certificate does not verify, the server speaks no TLS, wants a client certificate, or takes too long. */
        TLS,
        /** The server answered the upgrade with something else. */
        REFUSED,
        /** No answer within the time allowed. */
        TIMEOUT
    }
}
