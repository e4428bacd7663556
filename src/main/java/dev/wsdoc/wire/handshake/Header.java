package dev.wsdoc.wire.handshake;

/**
 * One HTTP header field. The name is a token (RFC 7230 3.2.6); the value holds neither CR, LF nor NUL, so that no caller's
 * input can smuggle a second header into a request.
 */
public record Header(String name, String value) {

    private static final boolean[] TOKEN = table("abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    /** @throws IllegalArgumentException if the name is no token or the value would break the line */
    public Header {
        if (!isToken(name)) {
            throw new IllegalArgumentException("header name " + Quote.of(name) + " is not a token");
        }
        if (breaksLine(value)) {
            throw new IllegalArgumentException(
                    "header " + name + ": the value holds CR, LF or NUL"); // it may be a secret
        }
    }

    /** Whether this is the header of that name; case does not matter (RFC 7230 3.2). */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    private static boolean[] table(String lowerCase) {
        boolean[] table = new boolean[128];
        for (int i = 0; i < lowerCase.length(); i++) {
            table[lowerCase.charAt(i)] = true;
            table[Character.toUpperCase(lowerCase.charAt(i))] = true;
        }
        return table;
    }

    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= TOKEN.length || !TOKEN[c]) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean breaksLine(String value) {
        return value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0;
    }
}
