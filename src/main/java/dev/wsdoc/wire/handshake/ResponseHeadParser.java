package dev.wsdoc.wire.handshake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the head of an HTTP/1 response apart (RFC 7230 3). Lenient where that RFC lets a recipient be: lines may end in a
 * bare LF (3.5), a folded header is one header (3.2.4), the reason phrase may be missing with its space. Used once.
 */
final class ResponseHeadParser {

    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_END = STATUS_AT + 3;

    private final String head;
    private final List<Header> headers = new ArrayList<>(8);
    private int next;
    private String malformed = "";

    /** For the head up to and with the blank line that ends it, in Latin-1. */
    ResponseHeadParser(String head) {
        this.head = head;
    }

    /** The head, or null if it is {@link #malformed}. */
    @Nullable
    UpgradeResponse parse() {
        String statusLine = line();
        if (!isStatusLine(statusLine)) {
            malformed = "malformed status line " + Quote.of(statusLine);
            return null;
        }
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (!takeHeader(line)) {
                malformed = "malformed header line " + Quote.of(line);
                return null;
            }
        }
        int status = Integer.parseInt(statusLine, STATUS_AT, STATUS_END, 10);
        String reason = statusLine.length() > STATUS_END ? statusLine.substring(STATUS_END + 1) : "";
        return new UpgradeResponse(statusLine.substring(0, STATUS_AT - 1), status, reason, headers);
    }

    /** What is wrong with the head; empty if nothing is. */
    String malformed() {
        return malformed;
    }

    /** The next line without its end; the blank line that ends every head stops the callers. */
    private String line() {
        int end = head.indexOf('\n', next);
        int textEnd = end > next && head.charAt(end - 1) == '\r' ? end - 1 : end;
        String line = head.substring(next, textEnd);
        next = end + 1;
        return line;
    }

    private static boolean isStatusLine(String line) {
        if (line.length() < STATUS_END || !line.startsWith("HTTP/1.") || line.charAt(STATUS_AT - 1) != ' ') {
            return false;
        }
        boolean digits = isDigit(line, STATUS_AT - 2)
                && isDigit(line, STATUS_AT)
                && isDigit(line, STATUS_AT + 1)
                && isDigit(line, STATUS_AT + 2);
        boolean ended = line.length() == STATUS_END || line.charAt(STATUS_END) == ' ';
        return digits && ended && line.charAt(STATUS_AT) != '0' && !Header.breaksLine(line);
    }

    private static boolean isDigit(String line, int index) {
        return line.charAt(index) >= '0' && line.charAt(index) <= '9';
    }

    private boolean takeHeader(String line) {
        if (Header.breaksLine(line)) {
            return false;
        }
        if (isBlank(line.charAt(0))) {
            return unfold(line);
        }
        int colon = line.indexOf(':');
        if (colon < 0 || !Header.isToken(line.substring(0, colon))) {
            return false;
        }
        headers.add(new Header(line.substring(0, colon), trimmed(line, colon + 1)));
        return true;
    }

    /** RFC 7230 3.2.4: a user agent takes a folded line as a continuation after a space. */
    private boolean unfold(String line) {
        if (headers.isEmpty()) {
            return false;
        }
        Header folded = headers.remove(headers.size() - 1);
        headers.add(new Header(folded.name(), folded.value() + " " + trimmed(line, 0)));
        return true;
    }

    private static String trimmed(String line, int from) {
        int start = from;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
