package dev.wsdoc.wire;

import java.nio.ByteBuffer;

/**
 * What a connection's bytes turned out to mean. Called during {@link ClientProtocol#receive} and {@link
 * ClientProtocol#endOfInput} on the caller's thread; {@link ClientProtocol#state} is up to date already. Every buffer is
 * valid only during the call: whoever wants to keep the bytes copies them. An exception thrown here leaves the connection
 * unusable.
 */
public interface WireListener {

    /** The server switched protocols with the right accept key: 101. */
    void opened(UpgradeResponse response);

    /** Anything but {@link #opened}; the connection is over. */
    void refused(Refusal refusal);

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

    /** The server broke the protocol; nothing follows. */
    void violation(Violation violation);

    /** The server ended its side after {@link #opened}, with a close frame before or without; never after a violation. */
    void ended();
}
