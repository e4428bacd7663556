package dev.wsdoc.model;

/** Why a connection ended or a send failed. */
public enum Category {
    /** A closing handshake, or a send to a connection whose closing handshake is done. */
    CLOSED(Cause.PEER),
    /** The peer reset the TCP connection (ECONNRESET, errno 104). */
    RESET(Cause.PEER),
    /** A write to a connection whose peer is gone (EPIPE, errno 32). */
    BROKEN_PIPE(Cause.PEER),
    /** An operation that the connection's state no longer allows, such as a send after the close. */
    INVALID_STATE(Cause.PEER),
    /** The peer ended its side (FIN) without a close frame: RFC 6455 section 7.1.5, code 1006. */
    END_OF_STREAM(Cause.PEER),
    /** The peer did not answer a ping in time. */
    NO_PONG(Cause.PEER),
    /** The peer broke RFC 6455, code 1002 or 1007. */
    PROTOCOL(Cause.PEER),
    /** A frame or message beyond the limit, code 1009. */
    OVERSIZED(Cause.PEER),
    /** The peer reads more slowly than the server sends, and its queue is full. */
    SLOW_CONSUMER(Cause.PEER),
    /** The upgrade failed: not a WebSocket request, too slow, too long, not allowed. */
    HANDSHAKE(Cause.PEER),
    /** The server ran out of something: descriptors, memory, connection slots. */
    RESOURCES(Cause.SERVER),
    /** None of the above: somebody has to look. */
    UNEXPECTED(Cause.SERVER);

    private enum Cause {
        PEER,
        SERVER
    }

    private final Cause cause;

    Category(Cause cause) {
        this.cause = cause;
    }

    /** Whether clients bring this about in normal operation, so that a server should take it calmly (DEBUG). */
    public boolean isExpected() {
        return cause == Cause.PEER;
    }
}
