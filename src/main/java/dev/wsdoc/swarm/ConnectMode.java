package dev.wsdoc.swarm;

/**
 * How a cohort's members come to the server.
 *
 * @param upgrades whether they make the WebSocket handshake; else a TCP connection (under TLS, the secured one) is all
 * @param receiveBuffer bytes that the kernel keeps for them, asked for before they connect; 0 for the system's choice
 */
public record ConnectMode(boolean upgrades, int receiveBuffer) {
    /** As WebSocket clients. */
    public static final ConnectMode AS_CLIENT = new ConnectMode(true, 0);

    /** Only a TCP connection. */
    public static final ConnectMode CONNECTED = new ConnectMode(false, 0);

    public ConnectMode {
        if (receiveBuffer < 0) {
            throw new IllegalArgumentException("receive buffer " + receiveBuffer + " is negative");
        }
    }
}
