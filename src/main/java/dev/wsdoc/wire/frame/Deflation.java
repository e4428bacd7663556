package dev.wsdoc.wire.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses messages, each by itself (RFC 7692 7.2.1), so that one serves all connections of a thread. A server reads
 * them whatever it agreed to: a sender need not make use of its context. Owned by one thread.
 */
public final class Deflation {

    private static final int RSV1 = 4; // marks a compressed message: RFC 7692 section 6
    private static final int TAIL_BYTES = 4; // 00 00 ff ff, which the receiver adds again
    private static final int ROOM = 64; // for what does not get smaller

    private @Nullable Deflater deflater; // made when it is needed: it holds some 300 kB

    /** A text or binary message in one masked frame. */
    public ByteBuffer frame(Opcode opcode, ByteBuffer payload, int mask) {
        return RawFrame.of(opcode, compress(payload))
                .withRsv(RSV1)
                .withMask(mask)
                .encode();
    }

    private ByteBuffer compress(ByteBuffer payload) {
        Deflater stream = stream();
        stream.setInput(payload.duplicate());
        byte[] out = new byte[payload.remaining() + ROOM];
        int size = stream.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
        while (size == out.length) {
            out = Arrays.copyOf(out, 2 * size);
            size += stream.deflate(out, size, out.length - size, Deflater.SYNC_FLUSH);
        }
        return ByteBuffer.wrap(out, 0, size - TAIL_BYTES);
    }

    /** At the beginning of a message, with nothing remembered. */
    private Deflater stream() {
        if (deflater == null) {
            deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true); // without zlib's header
        }
        deflater.reset();
        return deflater;
    }
}
