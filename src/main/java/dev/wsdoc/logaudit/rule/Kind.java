package dev.wsdoc.logaudit.rule;

/** What a rule is for. */
public enum Kind {
    /** A sentence that tells of a WebSocket's end by itself; it decides. */
    CAUSE,
    /** What the operating system says of any socket; it decides unless the socket was the server's own outbound one. */
    SOCKET,
    /** A sentence that only says that something went wrong; the cause is beneath it. Never decides. */
    WRAPPER,
    /** A trace of a client that the server runs itself: a database driver, a REST client. */
    OUTBOUND,
    /** A trace of WebSocket server code in a stack: nearer to the cause than any outbound one, it clears it. */
    INBOUND,
    /** A sentence of normal operation. */
    NORMAL,
    /** A line that an access log has for every connection, however it ended: it has a category but is no noise. */
    ACCESS;

    /** Whether a rule of this kind finds a category. */
    boolean decides() {
        return this == CAUSE || this == SOCKET || this == ACCESS;
    }

    /** Whether such a rule only tells whose connection it was. */
    public boolean marks() {
        return this == OUTBOUND || this == INBOUND;
    }
}
