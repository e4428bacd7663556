package dev.wsdoc.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Who may see the debug endpoints: callers on this machine; others with the token, and not at all without one. */
final class Access {
    private static final String BEARER = "Bearer ";

    private final @Nullable String token;

    Access(@Nullable String token) {
        this.token = token;
    }

    /** Null when the caller may see the debug endpoints, else the refusal. */
    @Nullable
    HttpResponse checkDebug(InetSocketAddress caller, @Nullable String authorization) {
        if (caller.getAddress().isLoopbackAddress()) {
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
