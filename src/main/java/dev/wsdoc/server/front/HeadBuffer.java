package dev.wsdoc.server.front;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Gathers a request head, however many pieces it comes in, up to a limit. */
final class HeadBuffer {
    private static final int FIRST_BYTES = 512;

    private final int maxBytes;
    private byte[] bytes = new byte[0];
    private int count;
    private int searched;
    private int headBytes = -1;

    HeadBuffer(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes all that came; true when the head is complete. */
    boolean take(ByteBuffer in) {
        int length = in.remaining();
        if (count + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.max(FIRST_BYTES, 2 * bytes.length), count + length));
        }
        in.get(bytes, count, length);
        count += length;
        headBytes = findEnd();
        return headBytes >= 0;
    }

    private int findEnd() {
        for (int i = Math.max(3, searched); i < count; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        searched = count;
        return -1;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether the head is longer than allowed. */
    boolean isTooLong() {
        return headBytes > maxBytes || (headBytes < 0 && count > maxBytes);
    }

    /** Whether this cannot become an HTTP request: a method starts with a letter (a TLS hello, say, does not). */
    boolean isRubbish() {
        return count > 0 && !Character.isUpperCase(bytes[0]);
    }

    byte[] bytes() {
        return bytes;
    }

    int headBytes() {
        return headBytes;
    }

    /** What came after it. */
    ByteBuffer rest() {
        return ByteBuffer.wrap(bytes, headBytes, count - headBytes);
    }
}
