package dev.wsdoc.server.engine;

import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a frame, RFC 6455 section 5.2.
 *
 * @param headBytes length of the head, masking key included
 * @param payloadBytes as claimed; beyond {@link Long#MAX_VALUE} it shows as negative
 */
record FrameHead(boolean fin, int opcode, boolean masked, int headBytes, long payloadBytes) {
    static final int LONGEST = 14;
    private static final int SHORTEST = 2;
    private static final int TWO_BYTE_LENGTH = 126;
    private static final int EIGHT_BYTE_LENGTH = 127;
    private static final int MASK_BYTES = 4;

    /** The head that starts at {@code from}; null while its bytes are not all there. */
    static @Nullable FrameHead parse(byte[] bytes, int from, int to) {
        if (to - from < SHORTEST) {
            return null;
        }
        int first = bytes[from];
        int second = bytes[from + 1];
        boolean masked = (second & 0x80) != 0;
        int length = second & 0x7f;
        int lengthBytes = length == TWO_BYTE_LENGTH ? 2 : length == EIGHT_BYTE_LENGTH ? 8 : 0;
        int headBytes = SHORTEST + lengthBytes + (masked ? MASK_BYTES : 0);
        if (to - from < headBytes) {
            return null;
        }
        long payload = lengthBytes == 0 ? length : bigEndian(bytes, from + SHORTEST, lengthBytes);
        return new FrameHead(first < 0, first & 0x0f, masked, headBytes, payload);
    }

    private static long bigEndian(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[from + i] & 0xff);
        }
        return value;
    }

    boolean isControl() {
        return opcode >= 8;
    }

    boolean isClose() {
        return opcode == 8;
    }

    boolean isContinuation() {
        return opcode == 0;
    }

    /** Head and payload together; only for a payload that was found to be within the limit. */
    int frameBytes() {
        return headBytes + (int) payloadBytes;
    }
}
