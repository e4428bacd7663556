package dev.wsdoc.server.defect;

import dev.wsdoc.model.Json;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.policy.Delivery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Healthy: clients hear each text in a JSON object of the server's own, as of many a chat. */
public final class WrapsJson extends Policies {
    private static final byte WHOLE_TEXT = (byte) 0x81; // RFC 6455 section 5.2: FIN and the opcode, then the length
    private static final int TWO_BYTE_LENGTH = 126;
    private static final int EIGHT_BYTE_LENGTH = 127;
    private static final int LONGEST_HEAD = 10;

    @Override
    public Delivery delivery() {
        return new Delivery() {
            @Override
            public ByteBuffer worded(Connection sender, ByteBuffer frame) {
                return frame.get(frame.position()) == WHOLE_TEXT ? textFrame(wrapped(sender, textOf(frame))) : frame;
            }
        };
    }

    private static String wrapped(Connection sender, String text) {
        return Json.mapper()
                .createObjectNode()
                .put("from", sender.id())
                .put("text", text)
                .toString();
    }

    private static String textOf(ByteBuffer frame) {
        ByteBuffer payload = frame.duplicate();
        int length = payload.get(payload.position() + 1);
        int more = length == TWO_BYTE_LENGTH ? Short.BYTES : length == EIGHT_BYTE_LENGTH ? Long.BYTES : 0;
        payload.position(payload.position() + 2 + more);
        return StandardCharsets.UTF_8.decode(payload).toString();
    }

    private static ByteBuffer textFrame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(LONGEST_HEAD + payload.length).put(WHOLE_TEXT);
        if (payload.length < TWO_BYTE_LENGTH) {
            frame.put((byte) payload.length);
        } else if (payload.length <= 0xffff) {
            frame.put((byte) TWO_BYTE_LENGTH).putShort((short) payload.length);
        } else {
            frame.put((byte) EIGHT_BYTE_LENGTH).putLong(payload.length);
        }
        return frame.put(payload).flip();
    }
}
