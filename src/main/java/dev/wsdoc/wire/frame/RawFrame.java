package dev.wsdoc.wire.frame;

import java.nio.ByteBuffer;

/**
 * A frame with whatever is wrong on purpose: every field is written as it stands, nothing is checked against RFC 6455. It
 * begins as a correct one with {@link #of} and is changed with the withers.
 *
 * @param fin whether it says that it is the last of its message
 * @param rsv the three reserved bits, 0 to 7
 * @param opcode 0 to 15
 * @param masked whether the mask bit is set, the key written and the payload masked
 * @param mask the masking key, used if masked
 * @param claimedLength what the header says that the payload's length is, in bytes; negative ones have the top bit set
 * @param lengthForm how the header writes it
 * @param payload what really follows
 */
public record RawFrame(
        boolean fin,
        int rsv,
        int opcode,
        boolean masked,
        int mask,
        long claimedLength,
        LengthForm lengthForm,
        ByteBuffer payload) {

    /** The three ways to write a length (RFC 6455 5.2), or the right one. */
    public enum LengthForm {
        SHORTEST,
        SEVEN_BITS,
        SIXTEEN_BITS,
        SIXTY_FOUR_BITS
    }

    private static final int LONGEST_HEADER = 14;

    /** @throws IllegalArgumentException if a field does not fit into its bits */
    public RawFrame {
        check("rsv", rsv, 7);
        check("opcode", opcode, 15);
        if (lengthForm == LengthForm.SEVEN_BITS) {
            check("claimedLength in seven bits", claimedLength, 125);
        }
        if (lengthForm == LengthForm.SIXTEEN_BITS) {
            check("claimedLength in sixteen bits", claimedLength, 0xffff);
        }
        payload = payload.slice();
    }

    /** A final, masked frame (key 0) that says the truth about its payload. */
    public static RawFrame of(Opcode opcode, ByteBuffer payload) {
        return new RawFrame(true, 0, opcode.code(), true, 0, payload.remaining(), LengthForm.SHORTEST, payload);
    }

    /** What really follows; a view of its own for every caller. */
    @Override
    public ByteBuffer payload() {
        return payload.duplicate();
    }

    /** Not the last of its message. */
    public RawFrame unfinished() {
        return new RawFrame(false, rsv, opcode, masked, mask, claimedLength, lengthForm, payload);
    }

    /** With these reserved bits, 0 to 7. */
    public RawFrame withRsv(int bits) {
        return new RawFrame(fin, bits, opcode, masked, mask, claimedLength, lengthForm, payload);
    }

    /** With this opcode, 0 to 15, reserved or not. */
    public RawFrame withOpcode(int code) {
        return new RawFrame(fin, rsv, code, masked, mask, claimedLength, lengthForm, payload);
    }

    /** As a server would send it: no client may (RFC 6455 5.1). */
    public RawFrame unmasked() {
        return new RawFrame(fin, rsv, opcode, false, mask, claimedLength, lengthForm, payload);
    }

    /** Masked with this key. */
    public RawFrame withMask(int key) {
        return new RawFrame(fin, rsv, opcode, true, key, claimedLength, lengthForm, payload);
    }

    /** With a header that claims this many bytes, whatever the payload has. */
    public RawFrame withClaimedLength(long bytes) {
        return new RawFrame(fin, rsv, opcode, masked, mask, bytes, lengthForm, payload);
    }

    /** With the length written in this form, the shortest or not. */
    public RawFrame withLengthForm(LengthForm form) {
        return new RawFrame(fin, rsv, opcode, masked, mask, claimedLength, form, payload);
    }

    /** The bytes of the frame. */
    public ByteBuffer encode() {
        ByteBuffer out = ByteBuffer.allocate(LONGEST_HEADER + payload.remaining());
        out.put((byte) ((fin ? 0x80 : 0) | rsv << 4 | opcode));
        putLength(out);
        if (masked) {
            out.putInt(mask);
            Mask.put(out, payload, mask);
        } else {
            out.put(payload());
        }
        return out.flip();
    }

    private void putLength(ByteBuffer out) {
        int maskBit = masked ? 0x80 : 0;
        switch (lengthForm == LengthForm.SHORTEST ? shortest(claimedLength) : lengthForm) {
            case SIXTEEN_BITS -> out.put((byte) (maskBit | 126)).putShort((short) claimedLength);
            case SIXTY_FOUR_BITS -> out.put((byte) (maskBit | 127)).putLong(claimedLength);
            default -> out.put((byte) (maskBit | (int) claimedLength));
        }
    }

    private static LengthForm shortest(long length) {
        if (length < 0 || length > 0xffff) {
            return LengthForm.SIXTY_FOUR_BITS;
        }
        return length <= 125 ? LengthForm.SEVEN_BITS : LengthForm.SIXTEEN_BITS;
    }

    private static void check(String name, long value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", allowed are 0 to " + most);
        }
    }
}
