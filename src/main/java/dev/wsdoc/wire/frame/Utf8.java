package dev.wsdoc.wire.frame;

import java.nio.ByteBuffer;

/**
 * Checks UTF-8 piece by piece and knows at the first byte that cannot be right (RFC 6455 8.1, Unicode table 3-7). A state is
 * an int that its owner keeps between two pieces: the bytes still missing in bits 0 to 7, the least and greatest value of
 * the next one in bits 8 to 15 and 16 to 23.
 */
final class Utf8 {

    /** Between two characters: where a text begins and must end. */
    static final int BOUNDARY = 0;
    /** Not UTF-8, whatever follows. */
    static final int REJECTED = -1;

    private static final long NON_ASCII = 0x8080808080808080L;

    private Utf8() {}

    /** The state after the bytes from index {@code from} to before index {@code to}; the buffer's position stays. */
    static int advance(int state, ByteBuffer bytes, int from, int to) {
        int next = state;
        int i = from;
        while (i < to && next != REJECTED) {
            if (next == BOUNDARY) {
                i = skipAscii(bytes, i, to);
                if (i == to) {
                    break;
                }
            }
            next = step(next, bytes.get(i++) & 0xff);
        }
        return next;
    }

    private static int skipAscii(ByteBuffer bytes, int from, int to) {
        int i = from;
        while (i <= to - Long.BYTES && (bytes.getLong(i) & NON_ASCII) == 0) {
            i += Long.BYTES;
        }
        while (i < to && bytes.get(i) >= 0) {
            i++;
        }
        return i;
    }

    private static int step(int state, int octet) {
        if (state == BOUNDARY) {
            return lead(octet);
        }
        int least = state >> 8 & 0xff;
        int greatest = state >> 16 & 0xff;
        if (octet < least || octet > greatest) {
            return REJECTED;
        }
        int missing = (state & 0xff) - 1;
        return missing == 0 ? BOUNDARY : expect(missing, 0x80, 0xbf);
    }

    private static int lead(int octet) {
        if (octet < 0x80) {
            return BOUNDARY;
        }
        if (octet < 0xc2 || octet > 0xf4) {
            return REJECTED; // a continuation, an overlong form of ASCII, or beyond U+10FFFF
        }
        if (octet < 0xe0) {
            return expect(1, 0x80, 0xbf);
        }
        return switch (octet) {
            case 0xe0 -> expect(2, 0xa0, 0xbf); // below: overlong
            case 0xed -> expect(2, 0x80, 0x9f); // above: surrogates
            case 0xf0 -> expect(3, 0x90, 0xbf); // below: overlong
            case 0xf4 -> expect(3, 0x80, 0x8f); // above: beyond U+10FFFF
            default -> expect(octet < 0xf0 ? 2 : 3, 0x80, 0xbf);
        };
    }

    private static int expect(int missing, int least, int greatest) {
        return missing | least << 8 | greatest << 16;
    }
}
