package dev.wsdoc.wire.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes a client's frames as they should be: whole messages, masked, in the shortest length form (RFC 6455 5.2). The masks
 * come in. What is wrong on purpose is {@link RawFrame}'s.
 */
public final class FrameWriter {

    /** The most that a control frame holds (RFC 6455 5.5). */
    public static final int MAX_CONTROL_PAYLOAD = 125;

    private static final int MASK_BYTES = 4;

    private FrameWriter() {}

    /** The bytes of a masked frame with that many bytes of payload. */
    public static int encodedLength(int payload) {
        return 2 + lengthBytes(payload) + MASK_BYTES + payload;
    }

    /**
     * Puts one final, masked frame into {@code out}, {@link #encodedLength} bytes. The payload's position and limit stay as
     * they are, so that one payload serves many connections.
     *
     * @throws IllegalArgumentException if a control frame's payload is longer than 125 bytes
     * @throws java.nio.BufferOverflowException if {@code out} has too little room
     */
    public static void write(ByteBuffer out, Opcode opcode, ByteBuffer payload, int mask) {
        int length = payload.remaining();
        if (opcode.isControl() && length > MAX_CONTROL_PAYLOAD) {
            throw new IllegalArgumentException(
                    opcode + " with " + length + " bytes of payload, at most 125 are allowed");
        }
        out.put((byte) (0x80 | opcode.code()));
        putLength(out, length);
        putBytes(out, mask, MASK_BYTES);
        Mask.put(out, payload, mask);
    }

    /** A text message in one frame; a lone surrogate becomes {@code ?}. */
    public static ByteBuffer text(String text, int mask) {
        return frame(Opcode.TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), mask);
    }

    /** A binary message in one frame. */
    public static ByteBuffer binary(ByteBuffer payload, int mask) {
        return frame(Opcode.BINARY, payload, mask);
    }

    /** A ping with 0 to 125 bytes of payload. */
    public static ByteBuffer ping(ByteBuffer payload, int mask) {
        return frame(Opcode.PING, payload, mask);
    }

    /** A pong with 0 to 125 bytes of payload: those of the ping that it answers. */
    public static ByteBuffer pong(ByteBuffer payload, int mask) {
        return frame(Opcode.PONG, payload, mask);
    }

    /**
     * A close frame; {@link CloseCode#NO_STATUS} (1005) with an empty reason gives one without a code.
     *
     * @throws IllegalArgumentException if the code may not be on the wire, or the reason has more than 123 bytes of UTF-8
     */
    public static ByteBuffer close(int code, String reason, int mask) {
        if (code == CloseCode.NO_STATUS && reason.isEmpty()) {
            return frame(Opcode.CLOSE, ByteBuffer.allocate(0), mask);
        }
        if (!CloseCode.onTheWire(code)) {
            throw new IllegalArgumentException("close code " + code + " may not be sent");
        }
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        if (text.length > MAX_CONTROL_PAYLOAD - 2) {
            throw new IllegalArgumentException("close reason of " + text.length + " bytes, at most 123 are allowed");
        }
        ByteBuffer payload = ByteBuffer.allocate(2 + text.length);
        payload.putShort((short) code).put(text).flip();
        return frame(Opcode.CLOSE, payload, mask);
    }

    private static ByteBuffer frame(Opcode opcode, ByteBuffer payload, int mask) {
        ByteBuffer out = ByteBuffer.allocate(encodedLength(payload.remaining()));
        write(out, opcode, payload, mask);
        return out.flip();
    }

    private static int lengthBytes(int payload) {
        if (payload <= 125) {
            return 0;
        }
        return payload <= 0xffff ? 2 : 8;
    }

    private static void putLength(ByteBuffer out, int length) {
        int bytes = lengthBytes(length);
        if (bytes == 0) {
            out.put((byte) (0x80 | length));
        } else {
            out.put((byte) (0x80 | (bytes == 2 ? 126 : 127)));
            putBytes(out, length, bytes);
        }
    }

    /** Network byte order, whatever the buffer's own is. */
    private static void putBytes(ByteBuffer out, long value, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            out.put((byte) (value >> shift));
        }
    }
}
