package dev.wsdoc.server.setting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page came from, as its browser says in the Origin header: RFC 6454 section 7.
 *
 * @param defaultPort of the page's scheme, http or https
 */
record Origin(int defaultPort, Authority authority) {
    private static final Pattern TEXT = Pattern.compile("http(s?)://(.+)", Pattern.CASE_INSENSITIVE);

    /** Null when it is no web page's, as {@code null} is not, which browsers say of a sandbox or a file. */
    static @Nullable Origin parse(String text) {
        Matcher match = TEXT.matcher(text);
        Authority authority = match.matches() ? Authority.parse(match.group(2)) : null;
        return authority == null ? null : new Origin(match.group(1).isEmpty() ? 80 : 443, authority);
    }

    /** Whether the page came from the server that it now speaks to; TLS may have been taken off on the way. */
    boolean isOf(Authority server) {
        return authority.host().equals(server.host()) && authority.portOr(defaultPort) == server.portOr(defaultPort);
    }
}
