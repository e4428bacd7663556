package dev.wsdoc.server.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes that came of a frame so far. Its memory follows what came, not the length that the frame claims. */
final class PartialFrame {
    private byte[] bytes;
    private int count;
    private int needed;

    /** @param needed bytes of the whole frame, 0 while its head is incomplete */
    PartialFrame(ByteBuffer first, int needed) {
        this.bytes = new byte[first.remaining()];
        this.needed = needed;
        append(first, first.remaining());
    }

    boolean hasHead() {
        return needed > 0;
    }

    void headSays(int frameBytes) {
        needed = frameBytes;
    }

    byte[] bytes() {
        return bytes;
    }

    int count() {
        return count;
    }

    /** Bytes of memory that it takes once it is filled from {@code in}. */
    int capacityToFill(ByteBuffer in) {
        return capacityWith(missingFrom(in));
    }

    private int missingFrom(ByteBuffer in) {
        return Math.min(in.remaining(), needed - count);
    }

    private int capacityWith(int length) {
        if (count + length <= bytes.length) {
            return bytes.length;
        }
        long roomy = Math.max(count + length, 2L * bytes.length);
        int capacity = needed == 0 ? FrameHead.LONGEST : (int) Math.min(needed, roomy);
        return Math.max(capacity, count + length);
    }

    /** Takes what belongs to this frame; its head must be complete. */
    void fill(ByteBuffer in) {
        append(in, missingFrom(in));
    }

    void append(ByteBuffer in, int length) {
        int capacity = capacityWith(length);
        if (capacity > bytes.length) {
            bytes = Arrays.copyOf(bytes, capacity);
        }
        in.get(bytes, count, length);
        count += length;
    }

    boolean isComplete() {
        return count == needed;
    }

    ByteBuffer toBuffer() {
        return ByteBuffer.wrap(bytes, 0, count);
    }
}
