package dev.wsdoc.server.http;

import dev.wsdoc.server.setting.AccessRules;
import org.jspecify.annotations.Nullable;

/**
 * Who may see the debug endpoints: callers on this machine; others with the token, and not at all without one. A browser on this machine
 * is such a caller too, so that it must neither be sent by another site's page (CSRF) nor call the server by a name that a page may
 * have led here (DNS rebinding).
 */
final class Access {
    private final AccessRules rules;

    Access(AccessRules rules) {
        this.rules = rules;
    }

    /** Null when the caller may see the debug endpoints, else the refusal. */
    @Nullable
    HttpResponse checkDebug(HttpRequest request) {
        String host = request.header("host");
        if (host != null && !rules.knowsHost(host)) { // only HTTP/1.0 may leave it out, which no browser speaks
            return HttpResponse.error(
                    403, "the Host header has neither an address nor localhost nor a name given by --allow-host");
        }
        String origin = request.header("origin");
        if (origin != null && !rules.isOwnPage(origin, host)) {
            return HttpResponse.error(403, "the debug endpoints do not answer pages of other sites");
        }
        return request.caller().getAddress().isLoopbackAddress() ? null : checkToken(request);
    }

    private @Nullable HttpResponse checkToken(HttpRequest request) {
        if (rules.debugToken() == null) {
            return HttpResponse.error(403, "the debug endpoints answer callers on the server's own machine only");
        }
        return rules.hasToken(request.header("authorization"))
                ? null
                : HttpResponse.error(401, "the bearer token is missing or wrong")
                        .with("WWW-Authenticate", "Bearer");
    }
}
