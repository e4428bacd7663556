package dev.wsdoc.wire.frame;

import java.nio.ByteBuffer;

/** What the frames of an open connection turned out to mean; {@link FrameReader#read} calls it, and buffers are valid only during the call. */
public interface FrameListener {
    /** A whole message, {@link Opcode#TEXT} (its UTF-8 checked) or {@link Opcode#BINARY}, its fragments put together. */
    void message(Opcode opcode, ByteBuffer payload);

    /** A ping, to be answered with a pong of the same payload, 0 to 125 bytes (RFC 6455 5.5.2). */
    void ping(ByteBuffer payload);

    /** A pong, solicited or not, 0 to 125 bytes (RFC 6455 5.5.3). */
    void pong(ByteBuffer payload);

    /**
     * The server's close frame; {@link CloseCode#NO_STATUS} (1005) if it holds no code. The reason, 0 to 123 bytes
     * of UTF-8, is exactly what the server wrote. No frame follows it.
     */
    void closeReceived(int code, String reason);

    /**
     * A text message came that is no UTF-8 (RFC 6455 8.1). That breaks the protocol, unless the listener wants to go on nevertheless:
     * then the message is handed over as it is. Only asked for messages that come in one piece.
     */
    default boolean goesOnAfterBadText() {
        return false;
    }

    /** The server broke the protocol; nothing follows. */
    void violation(Violation violation);
}
