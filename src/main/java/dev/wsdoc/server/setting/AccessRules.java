package dev.wsdoc.server.setting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose requests are answered. A browser sends what any page in it asks for, so a page's origin counts, and the name that the
 * server is called by: a page can have its own name lead here (DNS rebinding), but neither an address nor localhost.
 *
 * @param origins allowed values of a handshake's Origin header, {@link #ANY_ORIGIN} among them for all; when empty, the server's own
 *     and localhost's, and clients that send none
 * @param hosts names that the server may be called by, beside localhost and addresses
 * @param debugToken bearer token that opens the debug endpoints and {@code /ws/admin} to callers that are not on this machine; null
 *     keeps them out
 */
public record AccessRules(
        Set<String> origins, Set<String> hosts, @Nullable String debugToken) {
    /** Lets every origin in, and clients that send none. */
    public static final String ANY_ORIGIN = "*";

    private static final Pattern ORIGIN = Pattern.compile("[*]|null|[a-z][a-z0-9+.-]*://[^\\s/?#]+");
    private static final String BEARER = "bearer ";

    public AccessRules {
        origins = lowerCase(origins);
        hosts = lowerCase(hosts);
        origins.forEach(AccessRules::checkOrigin);
        hosts.forEach(AccessRules::checkHost);
        if (debugToken != null && debugToken.isBlank()) {
            throw new IllegalArgumentException("--debug-token is empty");
        }
    }

    private static Set<String> lowerCase(Set<String> texts) {
        return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static void checkOrigin(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException(
                    "--origin '" + origin + "' is neither '*' nor an origin such as https://shop.example");
        }
    }

    private static void checkHost(String host) {
        Authority authority = Authority.parse(host);
        if (authority == null || !authority.host().equals(host)) {
            throw new IllegalArgumentException("--allow-host '" + host + "' is not a host's name");
        }
    }

    /** Own and localhost's pages, no names, no token. */
    public static AccessRules defaults() {
        return new AccessRules(Set.of(), Set.of(), null);
    }

    public AccessRules withOrigins(Set<String> value) {
        return new AccessRules(value, hosts, debugToken);
    }

    public AccessRules withHosts(Set<String> value) {
        return new AccessRules(origins, value, debugToken);
    }

    public AccessRules withDebugToken(String value) {
        return new AccessRules(origins, hosts, value);
    }

    /** Whether no page elsewhere can have made a browser call the server so. */
    public boolean knowsHost(String hostHeader) {
        Authority authority = Authority.parse(hostHeader);
        return authority != null && knows(authority);
    }

    private boolean knows(Authority called) {
        return called.isAddress() || called.isLocalhost() || hosts.contains(called.host());
    }

    /**
     * Whether the page is one of this server or of the machine that the browser runs on.
     *
     * @param hostHeader what the server was called; null when it was not said
     */
    public boolean isOwnPage(String originHeader, @Nullable String hostHeader) {
        Origin origin = Origin.parse(originHeader);
        if (origin == null) {
            return false;
        }
        Authority called = hostHeader == null ? null : Authority.parse(hostHeader);
        return origin.authority().isLoopback() || (called != null && knows(called) && origin.isOf(called));
    }

    /** Whether a handshake's origin was named, or all were. */
    public boolean namesOrigin(@Nullable String originHeader) {
        return origins.contains(ANY_ORIGIN)
                || (originHeader != null && origins.contains(originHeader.toLowerCase(Locale.ROOT)));
    }

    /**
     * Whether the Authorization header has the token, RFC 6750 section 2.1, the scheme in whatever case, RFC 9110 section 11.1; without a
     * token to have, none has it.
     */
    public boolean hasToken(@Nullable String authorization) {
        return debugToken != null
                && authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && MessageDigest.isEqual(
                        authorization.substring(BEARER.length()).strip().getBytes(UTF_8), debugToken.getBytes(UTF_8));
    }
}
