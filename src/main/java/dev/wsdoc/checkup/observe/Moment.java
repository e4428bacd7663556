package dev.wsdoc.checkup.observe;

/** What happens to a connection, in its order. */
public enum Moment {
    /** It begins to connect. */
    CONNECTING,
    /** TCP stands. */
    CONNECTED,
    /** The request can go out: TLS, where there is any, stands. */
    PREPARED,
    /** The server has switched protocols. */
    UPGRADED,
    /** It did not come to be open. */
    NOT_OPENED,
    /** A ping went out. */
    PINGED,
    /** Its pong came. */
    PONGED,
    /** A text went out. */
    SAID,
    /** It came back. */
    ECHOED,
    /** A close frame went out. */
    CLOSING,
    /** The server's close frame came. */
    CLOSE_RECEIVED,
    /** The connection ended. */
    ENDED
}
