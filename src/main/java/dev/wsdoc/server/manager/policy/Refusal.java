package dev.wsdoc.server.manager.policy;

/**
 * A handshake that is answered with an HTTP error instead of 101.
 *
 * @param status HTTP status code, 400 to 599
 * @param message one line for the client
 */
public record Refusal(Reason reason, int status, String message) {
    /** What the refusal is counted as. */
    public enum Reason {
        CONNECT_RATE,
        CONNECTION_LIMIT,
        ADDRESS_LIMIT,
        ORIGIN,
        HANDSHAKE
    }

    /** The request itself is at fault. */
    public static Refusal badRequest(int status, String message) {
        return new Refusal(Reason.HANDSHAKE, status, message);
    }
}
