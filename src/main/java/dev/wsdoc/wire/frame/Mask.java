package dev.wsdoc.wire.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The masking of RFC 6455 5.3, eight bytes at a time. */
final class Mask {

    private Mask() {}

    /** Puts the payload's remaining bytes, masked, into {@code out}. The payload's position and limit stay as they are. */
    static void put(ByteBuffer out, ByteBuffer payload, int mask) {
        ByteBuffer source =
                payload.order() == out.order() ? payload : payload.duplicate().order(out.order());
        long key = (mask & 0xffffffffL) << 32 | (mask & 0xffffffffL);
        long word = out.order() == ByteOrder.BIG_ENDIAN ? key : Long.reverseBytes(key);
        int i = source.position();
        int end = source.limit();
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            out.putLong(source.getLong(i) ^ word);
        }
        for (int shift = 56; i < end; i++, shift -= 8) {
            out.put((byte) (source.get(i) ^ key >> shift));
        }
    }
}
