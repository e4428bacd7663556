package dev.wsdoc.wire.frame;

/** Where a connection stands, seen from the bytes that its server has sent. */
public enum WireState {
    /** The answer to the upgrade request is not whole yet. */
    CONNECTING,
    /** Upgraded: frames are read. */
    OPEN,
    /** The server's close frame has come; what follows it is discarded (RFC 6455 1.4). */
    CLOSING,
    /** Refused, or the server broke the protocol; what follows is ignored. */
    FAILED,
    /** The server has ended its side after the upgrade, with or without a close frame. */
    ENDED
}
