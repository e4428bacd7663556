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

    /** Takes what belongs to this frame; its head must be complete. */
    void fill(ByteBuffer in) {
        append(in, Math.min(in.remaining(), needed - count));
    }

    void append(ByteBuffer in, int length) {
        if (count + length > bytes.length) {
            long roomy = Math.max(count + length, 2L * bytes.length);
            int capacity = needed == 0 ? FrameHead.LONGEST : (int) Math.min(needed, roomy);
            bytes = Arrays.copyOf(bytes, Math.max(capacity, count + length));
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
