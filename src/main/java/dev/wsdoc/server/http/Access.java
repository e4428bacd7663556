package dev.wsdoc.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wsdoc.server.front.Callers;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Who may see the debug endpoints: callers on this machine; others with the token, and not at all without one. */
final class Access {
    private static final String BEARER = "Bearer ";

    private final Callers callers;
    private final @Nullable String token;

    Access(Callers callers, @Nullable String token) {
        this.callers = callers;
        this.token = token;
    }

    /** Null when the caller came through the server's own port, else the refusal. */
    @Nullable
    HttpResponse checkOrigin(InetSocketAddress from) {
        return callers.find(from.getPort()) == null
                ? HttpResponse.error(403, "this port is internal; use the server's own port")
                : null;
    }

    /** Null when the caller may see the debug endpoints, else the refusal. */
    @Nullable
    HttpResponse checkDebug(InetSocketAddress from, @Nullable String authorization) {
        InetSocketAddress caller = callers.find(from.getPort());
        if (caller != null && caller.getAddress().isLoopbackAddress()) {
            return null;
        }
        if (token == null) {
            return HttpResponse.error(403, "the debug endpoints answer callers on the server's own machine only");
        }
        return hasToken(authorization, token)
                ? null
                : HttpResponse.error(401, "the bearer token is missing or wrong")
                        .with("WWW-Authenticate", "Bearer");
    }

    private static boolean hasToken(@Nullable String authorization, String token) {
        return authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        authorization.substring(BEARER.length()).getBytes(UTF_8), token.getBytes(UTF_8));
    }
}
