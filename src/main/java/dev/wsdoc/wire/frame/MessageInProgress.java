package dev.wsdoc.wire.frame;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A message that comes in pieces, fragments or parts of one frame; its text is checked with each (RFC 6455 5.4, 8.1). */
final class MessageInProgress {

    private final Opcode opcode;
    private final @Nullable Inflation inflation;
    private final ByteGatherer bytes = new ByteGatherer();
    private int utf8 = Utf8.BOUNDARY;

    /** @param inflation by which it is read, null for one that is not compressed */
    MessageInProgress(Opcode opcode, @Nullable Inflation inflation) {
        this.opcode = opcode;
        this.inflation = inflation;
    }

    static Violation notUtf8() {
        return new Violation(CloseCode.INVALID_PAYLOAD, "8.1", "text message that is not UTF-8");
    }

    Opcode opcode() {
        return opcode;
    }

    boolean isCompressed() {
        return inflation != null;
    }

    int size() {
        return bytes.size();
    }

    /** Takes the next {@code count} bytes of its frames, unless they are wrong. */
    @Nullable
    Violation takeFrom(ByteBuffer in, int count, int most) {
        return inflation == null ? take(in, count, most) : inflation.take(in, count, this, most);
    }

    /** Takes the next {@code count} bytes as they are, unless they make the text wrong. */
    @Nullable
    Violation take(ByteBuffer in, int count, int most) {
        if (opcode == Opcode.TEXT) {
            utf8 = Utf8.advance(utf8, in, in.position(), in.position() + count);
            if (utf8 == Utf8.REJECTED) {
                return notUtf8();
            }
        }
        bytes.take(in, count, most);
        return null;
    }

    /** Says whether the message may end here: not within a character. */
    @Nullable
    Violation end(int most) {
        Violation violation = inflation == null ? null : inflation.end(this, most);
        if (violation != null) {
            return violation;
        }
        return utf8 == Utf8.BOUNDARY ? null : notUtf8();
    }

    ByteBuffer payload() {
        return bytes.view();
    }
}
