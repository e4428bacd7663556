package dev.wsdoc.talk;

import dev.wsdoc.wire.frame.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One message, to be said or heard; its bytes are its own.
 *
 * @param opcode of a text, a binary message, a ping or a pong
 */
public record Said(Opcode opcode, ByteBuffer payload) {
    public Said {
        payload = payload.slice().asReadOnlyBuffer();
    }

    /** A text message. */
    public static Said text(String text) {
        return new Said(Opcode.TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A binary message. */
    public static Said binary(byte[] bytes) {
        return new Said(Opcode.BINARY, ByteBuffer.wrap(bytes));
    }

    /** One whose buffer is somebody else's, who wants it back. */
    public static Said copyOf(Opcode opcode, ByteBuffer payload) {
        return new Said(
                opcode,
                ByteBuffer.allocate(payload.remaining())
                        .put(payload.duplicate())
                        .flip());
    }

    /** A view of its own for every caller. */
    @Override
    public ByteBuffer payload() {
        return payload.duplicate();
    }

    public int size() {
        return payload.remaining();
    }

    /** What it carries, as text. */
    public String text() {
        return StandardCharsets.UTF_8.decode(payload()).toString();
    }

    /** Its beginning as text, of at most so many bytes. */
    public String head(int bytes) {
        return StandardCharsets.UTF_8
                .decode(payload.slice(0, Math.min(bytes, size())))
                .toString();
    }

    /** What it carries. */
    public byte[] bytes() {
        byte[] bytes = new byte[size()];
        payload().get(bytes);
        return bytes;
    }
}
