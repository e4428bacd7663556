package dev.wsdoc.checkup.plan;

/** How far a connection goes. */
public enum Depth {
    /** It is opened, and closed at once. */
    CONNECT,
    /** Besides, a ping is sent and the closing handshake watched. */
    PING,
    /** Besides, a text is said, to see whether it comes back. */
    ECHO
}
