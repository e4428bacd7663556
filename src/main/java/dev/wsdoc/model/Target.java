package dev.wsdoc.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The WebSocket URL under examination (RFC 6455 section 3), normalised: a port that is always given, a path that is
 * never empty, no fragment.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param resource path and query, such as {@code /ws/echo?x=1}
 */
public record Target(boolean secure, String host, int port, String resource) {
    public Target {
        if (host.isEmpty()) {
            throw new IllegalArgumentException("the URL has no host");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
        }
    }

    /**
     * Reads {@code ws://}, {@code wss://}, {@code http://} or {@code https://} URLs; without a scheme, ws is meant.
     *
     * @throws IllegalArgumentException with one line that says what is wrong with the text
     */
    public static Target parse(String text) {
        String url = text.strip();
        if (url.isEmpty()) {
            throw new IllegalArgumentException("the URL is empty");
        }
        String given = Secrets.maskUrl(url); // for people
        URI uri = toUri(url.contains("://") ? url : "ws://" + url, given);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = switch (scheme) {
            case "ws", "http" -> false;
            case "wss", "https" -> true;
            default ->
                throw new IllegalArgumentException(
                        "'" + given + "' has the scheme '" + scheme + "'; use ws, wss, http or https");
        };
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "'" + given + "' has a fragment (#), which WebSocket URLs must not have");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "'" + given + "' carries a user name, which WebSocket URLs must not have");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "'" + given + "' has no valid host and port; write it like ws://localhost:8000/ws");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        return new Target(secure, stripBrackets(uri.getHost()), port, resourceOf(uri));
    }

    private static URI toUri(String text, String given) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException( // without its cause, which quotes the URL with its secrets
                    "'" + given + "' is not a URL: " + e.getReason() + " at position " + e.getIndex());
        }
    }

    private static String stripBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String resourceOf(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** The same server, another path. */
    public Target withResource(String other) {
        return new Target(secure, host, port, other);
    }

    /** Whether the URL named no path of its own. */
    public boolean isRoot() {
        return resource.equals("/");
    }

    /** Host and port as the Host header wants them: RFC 6455 section 4.1, the port only when it is not the default. */
    public String hostHeader() {
        return port == (secure ? 443 : 80) ? bracketed() : bracketed() + ":" + port;
    }

    /** The HTTP URL of a path on the same server. */
    public URI http(String path) {
        return URI.create((secure ? "https://" : "http://") + bracketed() + ":" + port + path);
    }

    private String bracketed() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    @Override
    public String toString() {
        return (secure ? "wss://" : "ws://") + bracketed() + ":" + port + resource;
    }
}
