package dev.wsdoc.swarm;

import dev.wsdoc.wire.frame.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every connection says first: messages in this order, each once what the one before awaits has come; where that awaits nothing, after
 * any answer, or a moment later. Immutable.
 */
public record Hello(List<Message> messages) {
    /** Nothing. */
    public static final Hello NONE = new Hello(List.of());

    public Hello {
        messages = List.copyOf(messages);
    }

    /** One text that awaits nothing. */
    public static Hello of(String text) {
        return new Hello(List.of(Message.text(text, null)));
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /**
     * One of them.
     *
     * @param payload what it carries
     * @param awaits a part of the answer without which nothing more is said; null to wait for none
     */
    public record Message(
            Opcode opcode, ByteBuffer payload, @Nullable String awaits) {
        public Message {
            payload = payload.asReadOnlyBuffer();
        }

        public static Message text(String text, @Nullable String awaits) {
            return new Message(Opcode.TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), awaits);
        }

        public static Message binary(byte[] bytes, @Nullable String awaits) {
            return new Message(Opcode.BINARY, ByteBuffer.wrap(bytes.clone()), awaits);
        }

        /** A view of its own for every caller. */
        @Override
        public ByteBuffer payload() {
            return payload.duplicate();
        }
    }
}
