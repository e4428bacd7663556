package dev.wsdoc.wire.frame;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The header of the frame that is being read, taken byte by byte and judged at the first byte that is wrong (RFC 6455 5.2).
 * Reused for every frame of its connection.
 */
final class FrameHeader {

    private static final int FIN = 0x80;
    private static final int RSV = 0x70;
    private static final int MASKED = 0x80;

    private static final int RSV1 = 0x40;

    private final boolean mayCompress;
    private Opcode opcode = Opcode.CONTINUATION;
    private boolean fin;
    private boolean compressed;
    private byte have;
    private byte whole = 2;
    private long length;

    /** @param mayCompress whether RSV1 has the meaning of RFC 7692 section 6 */
    FrameHeader(boolean mayCompress) {
        this.mayCompress = mayCompress;
    }

    /** Whether the header is whole: 2, 4 or 10 bytes have come. */
    boolean isWhole() {
        return have == whole;
    }

    Opcode opcode() {
        return opcode;
    }

    boolean fin() {
        return fin;
    }

    /** Whether it begins a compressed message. */
    boolean compressed() {
        return compressed;
    }

    /** Bytes of payload that the frame claims to have. */
    long length() {
        return length;
    }

    /** Begins the next frame. */
    void reset() {
        have = 0;
        whole = 2;
        length = 0;
    }

    /** Takes bytes until the header is whole or they run out; null as long as nothing is wrong. */
    @Nullable
    Violation read(ByteBuffer in, boolean insideMessage) {
        Violation violation = null;
        while (violation == null && have < whole && in.hasRemaining()) {
            int octet = in.get() & 0xff;
            have++;
            violation = switch (have) {
                case 1 -> first(octet, insideMessage);
                case 2 -> second(octet);
                default -> extended(octet);
            };
        }
        return violation;
    }

    private @Nullable Violation first(int octet, boolean insideMessage) {
        Opcode known = Opcode.of(octet & 0x0f);
        compressed = (octet & RSV1) != 0 && mayCompress && known != null && known.beginsMessage();
        int reserved = octet & RSV & (compressed ? ~RSV1 : ~0);
        if (reserved != 0) {
            return Violation.protocol(
                    "5.2", "reserved bits " + (reserved >> 4) + " of 7 are set, which no extension gives a meaning");
        }
        if (known == null) {
            return Violation.protocol("5.2", "reserved opcode " + (octet & 0x0f));
        }
        opcode = known;
        fin = (octet & FIN) != 0;
        if (known.isControl()) {
            return fin ? null : Violation.protocol("5.5", "fragmented " + known + " frame");
        }
        if (insideMessage != (known == Opcode.CONTINUATION)) {
            String what = insideMessage ? known + " frame inside a fragmented message" : "continuation of no message";
            return Violation.protocol("5.4", what);
        }
        return null;
    }

    private @Nullable Violation second(int octet) {
        if ((octet & MASKED) != 0) {
            return Violation.protocol("5.1", "masked " + opcode + " frame from a server");
        }
        if (opcode.isControl() && octet > FrameWriter.MAX_CONTROL_PAYLOAD) {
            return Violation.protocol("5.5", opcode + " frame with more than 125 bytes of payload");
        }
        switch (octet) {
            case 126 -> whole = 4;
            case 127 -> whole = 10;
            default -> length = octet;
        }
        return null;
    }

    private @Nullable Violation extended(int octet) {
        if (have == 3 && whole == 10 && octet > 0x7f) {
            return Violation.protocol("5.2", "64-bit length with its top bit set");
        }
        length = length << 8 | octet;
        long least = whole == 4 ? 126 : 0x10000;
        if (have == whole && length < least) {
            return Violation.protocol(
                    "5.2", "length " + length + " in " + 8 * (whole - 2) + " bits is not the shortest form");
        }
        return null;
    }
}
