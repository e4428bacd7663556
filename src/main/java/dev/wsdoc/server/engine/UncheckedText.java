package dev.wsdoc.server.engine;

import java.nio.ByteBuffer;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.TextFrame;

/** A text message as a server takes it that does not ask whether it is UTF-8, which the engine always does. */
final class UncheckedText {
    private static final int MASK_BYTES = 4;

    private UncheckedText() {}

    /** The message of a whole frame, which the guard let pass. */
    static Framedata of(ByteBuffer frame) {
        int start = frame.arrayOffset() + frame.position();
        FrameHead head = FrameHead.parse(frame.array(), start, start + frame.remaining());
        if (head == null) {
            throw new IllegalArgumentException("a frame of " + frame.remaining() + " bytes is not whole");
        }
        int payload = frame.position() + head.headBytes();
        byte[] text = new byte[frame.limit() - payload];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) (frame.get(payload + i) ^ frame.get(payload - MASK_BYTES + i % MASK_BYTES));
        }
        TextFrame message = new TextFrame();
        message.setPayload(ByteBuffer.wrap(text));
        return message;
    }
}
