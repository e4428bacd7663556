package dev.wsdoc.wire.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keeps bytes of which the rest has not come yet. It grows with what came, never to what a peer merely claims is to come.
 */
public final class ByteGatherer {

    private static final int LEAST_CAPACITY = 64;

    private static final byte[] NONE = new byte[0];

    private byte[] bytes = NONE;
    private int size;

    public int size() {
        return size;
    }

    /** Takes {@code count} bytes of {@code in}; never to hold more than {@code most}, which bounds the growth. */
    public void take(ByteBuffer in, int count, int most) {
        if (size + count > bytes.length) {
            int generous = Math.min(most, Math.max(LEAST_CAPACITY, 2 * bytes.length));
            bytes = Arrays.copyOf(bytes, Math.max(size + count, generous));
        }
        in.get(bytes, size, count);
        size += count;
    }

    /** Forgets what is behind the first {@code count} bytes. */
    public void truncate(int count) {
        size = count;
    }

    /** The bytes themselves, without a copy; those from {@link #size} on mean nothing. */
    public byte[] bytes() {
        return bytes;
    }

    /** What was gathered, without a copy. */
    ByteBuffer view() {
        return ByteBuffer.wrap(bytes, 0, size).slice();
    }

    /** What was gathered, as Latin-1: every byte a character. */
    public String latin1() {
        return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    }
}
