package dev.wsdoc.wire.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a close frame holds: nothing, or a code of two bytes and a reason in UTF-8 (RFC 6455 5.5.1). */
final class ClosePayload {

    private static final int CODE_BYTES = 2;

    private ClosePayload() {}

    static @Nullable Violation judge(ByteBuffer payload) {
        int length = payload.remaining();
        if (length == 0) {
            return null;
        }
        if (length < CODE_BYTES) {
            return Violation.protocol("5.5.1", "close frame with half a close code");
        }
        if (!CloseCode.onTheWire(code(payload))) {
            return Violation.protocol("7.4", "close frame with close code " + code(payload));
        }
        if (Utf8.advance(Utf8.BOUNDARY, payload, CODE_BYTES, length) != Utf8.BOUNDARY) {
            return new Violation(CloseCode.INVALID_PAYLOAD, "5.5.1", "close frame with a reason that is not UTF-8");
        }
        return null;
    }

    static int code(ByteBuffer payload) {
        return payload.remaining() < CODE_BYTES ? CloseCode.NO_STATUS : payload.getShort(0) & 0xffff;
    }

    static String reason(ByteBuffer payload) {
        if (payload.remaining() <= CODE_BYTES) {
            return "";
        }
        return StandardCharsets.UTF_8
                .decode(payload.slice(CODE_BYTES, payload.remaining() - CODE_BYTES))
                .toString();
    }
}
