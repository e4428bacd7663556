package dev.wsdoc.server.front;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request line and its headers: as much of HTTP (RFC 9112) as routing and the handshake need.
 *
 * @param headers by lower-case name; values of a repeated header are joined with a comma
 */
record RequestHead(String method, String target, String version, Map<String, String> headers) {
    RequestHead {
        headers = Map.copyOf(headers);
    }

    /**
     * Parses a whole head, its empty line included.
     *
     * @return null when it is not HTTP
     */
    static @Nullable RequestHead parse(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        if (hasStrayControls(text)) {
            return null;
        }
        int lineEnd = text.indexOf("\r\n");
        String[] parts = text.substring(0, lineEnd).split(" ", -1);
        if (parts.length != 3 || parts[0].isEmpty() || parts[1].isEmpty() || !parts[2].startsWith("HTTP/1.")) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        int start = lineEnd + 2;
        while (start < length - 2) {
            int end = text.indexOf("\r\n", start);
            int colon = text.indexOf(':', start);
            if (colon <= start || colon > end) {
                return null;
            }
            String name = text.substring(start, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, text.substring(colon + 1, end).strip(), (one, other) -> one + ", " + other);
            start = end + 2;
        }
        return new RequestHead(parts[0], parts[1], parts[2], headers);
    }

    /**
     * Controls of ASCII other than tabs and whole line ends: RFC 9110 section 5.5. They could forge lines of a log. Bytes from 0x80 on are
     * nobody's controls, though Latin-1 has some there: in UTF-8 they are parts of letters.
     */
    private static boolean hasStrayControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineEnd = c == '\r' ? text.startsWith("\n", i + 1) : c == '\n' && text.startsWith("\r", i - 1);
            boolean control = c < ' ' || c == 0x7f;
            if (control && c != '\t' && !lineEnd) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** What is wrong with the Host header, in one sentence; null when nothing is. RFC 9112 section 3.2. */
    @Nullable
    String hostFault() {
        String host = headers.get("host");
        if (host == null) {
            return version.equals("HTTP/1.0") ? null : "the Host header is missing";
        }
        return host.contains(",") ? "there is more than one Host" : null;
    }

    /** Empty when it is missing. */
    String webSocketKey() {
        return headers.getOrDefault("sec-websocket-key", "");
    }

    /** The target without its query. */
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** Whether the header's comma-separated list has the token, in whatever case. */
    boolean hasToken(String lowerCaseName, String token) {
        String value = headers.get(lowerCaseName);
        if (value == null) {
            return false;
        }
        for (String item : value.split(",", -1)) {
            if (item.strip().equalsIgnoreCase(token)) {
                return true;
            }
        }
        return false;
    }

    boolean wantsWebSocket() {
        return hasToken("upgrade", "websocket");
    }
}
