package dev.wsdoc.wire.handshake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP response.
 *
 * @param version such as {@code HTTP/1.1}
 * @param status 100 to 999
 * @param reasonPhrase may be empty
 * @param headers in the order they came, values without white space around them
 */
public record UpgradeResponse(String version, int status, String reasonPhrase, List<Header> headers)
        implements UpgradeOutcome {

    private static final String LIST_SEPARATOR = ", ";

    public UpgradeResponse {
        headers = List.copyOf(headers);
    }

    /** The value of the first header of this name, whatever its case; null without one. */
    public @Nullable String header(String name) {
        for (Header header : headers) {
            if (header.isNamed(name)) {
                return header.value();
            }
        }
        return null;
    }

    /** All values of this name as one list, as RFC 7230 3.2.2 joins them; null without one. */
    @Nullable
    public String joined(String name) {
        String joined = null;
        for (Header header : headers) {
            if (header.isNamed(name)) {
                joined = joined == null ? header.value() : joined + LIST_SEPARATOR + header.value();
            }
        }
        return joined;
    }

    /** The first line without its version, such as {@code 404 Not Found}, for people. */
    String statusLine() {
        return reasonPhrase.isEmpty() ? Integer.toString(status) : status + " " + Quote.bare(reasonPhrase);
    }
}
