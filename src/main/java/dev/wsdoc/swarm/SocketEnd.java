package dev.wsdoc.swarm;

/** How a member's connection came to its end, as its own socket saw it. */
public enum SocketEnd {
    /** It has not ended. */
    NONE,
    /** The server ended its side (FIN). */
    FIN,
    /** The server, or the network, reset the connection. */
    RESET,
    /** The server broke the protocol, and the member hung up on it. */
    VIOLATION,
    /** The server took so little that too much waited to be sent, and the member hung up. */
    OVERFLOWED,
    /** Something failed within wsdoc while the member was served; it was logged, and the member given up. */
    FAILED,
    /** The member itself closed or reset the socket. */
    LOCAL;

    /** Whether the server's side was seen to end. */
    public boolean isByServer() {
        return this == FIN || this == RESET;
    }
}
