package dev.wsdoc.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A message that comes in pieces, fragments or parts of one frame; its text is checked with each (RFC 6455 5.4, 8.1). */
final class MessageInProgress {

    private final Opcode opcode;
    private final ByteGatherer bytes = new ByteGatherer();
    private int utf8 = Utf8.BOUNDARY;

    MessageInProgress(Opcode opcode) {
        this.opcode = opcode;
    }

    static Violation notUtf8() {
        return new Violation(CloseCode.INVALID_PAYLOAD, "8.1", "text message that is not UTF-8");
    }

    Opcode opcode() {
        return opcode;
    }

    int size() {
        return bytes.size();
    }

    /** Takes the next {@code count} bytes, unless they make the text wrong. */
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
    Violation end() {
        return utf8 == Utf8.BOUNDARY ? null : notUtf8();
    }

    ByteBuffer payload() {
        return bytes.view();
    }
}
