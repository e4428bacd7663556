package dev.wsdoc.wire.frame;

/** The close codes of RFC 6455 7.4.1 and of IANA's registry of WebSocket close codes (1012 to 1014). */
public final class CloseCode {

    public static final int NORMAL = 1000;
    public static final int GOING_AWAY = 1001;
    public static final int PROTOCOL_ERROR = 1002;
    public static final int UNSUPPORTED_DATA = 1003;
    /** Stands for a close frame without a code; never on the wire. */
    public static final int NO_STATUS = 1005;
    /** Stands for an end without a close frame; never on the wire. */
    public static final int ABNORMAL = 1006;

    public static final int INVALID_PAYLOAD = 1007;
    public static final int POLICY_VIOLATION = 1008;
    public static final int TOO_BIG = 1009;
    /** A client misses an extension in the server's answer. */
    public static final int MANDATORY_EXTENSION = 1010;

    public static final int INTERNAL_ERROR = 1011;
    public static final int SERVICE_RESTART = 1012;
    public static final int TRY_AGAIN_LATER = 1013;
    public static final int BAD_GATEWAY = 1014;
    /** Stands for a failed TLS handshake; never on the wire. */
    public static final int TLS_HANDSHAKE = 1015;

    private CloseCode() {}

    /** Whether a close frame of either side may hold this code (RFC 6455 7.4). */
    public static boolean onTheWire(int code) {
        boolean defined = isBetween(code, NORMAL, UNSUPPORTED_DATA) || isBetween(code, INVALID_PAYLOAD, BAD_GATEWAY);
        return defined || isBetween(code, 3000, 4999); // the latter are libraries' and applications'
    }

    /**
     * Whether a client may begin a close with this code: 1011 to 1014 speak of a server's trouble. An answer may repeat
     * whatever code came (RFC 6455 5.5.1).
     */
    public static boolean maySend(int code) {
        return onTheWire(code) && !isBetween(code, INTERNAL_ERROR, BAD_GATEWAY);
    }

    private static boolean isBetween(int code, int least, int greatest) {
        return code >= least && code <= greatest;
    }
}
