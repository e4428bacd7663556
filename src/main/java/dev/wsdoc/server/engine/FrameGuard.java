package dev.wsdoc.server.engine;

import java.nio.ByteBuffer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges each frame's head before the engine sees a byte of the frame, and hands over whole frames only: an unmasked
 * frame, a frame or message beyond the limit, or a broken sequence of fragments ends here. One for each connection,
 * loop thread only.
 */
final class FrameGuard {
    private static final int LARGEST_CONTROL_PAYLOAD = 125; // RFC 6455 section 5.5
    private static final int LEAST_FRAGMENTS = 1_024;
    private static final int BYTES_PER_FRAGMENT = 16; // empty fragments cost memory too

    private final int maxMessageBytes;
    private @Nullable PartialFrame partial;
    private @Nullable FrameViolation violation;
    private boolean inMessage;
    private long messageBytes;
    private int fragments;

    FrameGuard(int maxMessageBytes) {
        this.maxMessageBytes = maxMessageBytes;
    }

    /**
     * Takes all bytes of {@code in}, a heap buffer, and gives each whole frame to
     * {@code engine} until that answers false or a violation is found.
     */
    @Nullable
    FrameViolation take(ByteBuffer in, Predicate<ByteBuffer> engine) {
        while (in.hasRemaining()) {
            ByteBuffer frame = partial == null ? next(in) : complete(partial, in);
            if (violation != null) {
                return violation;
            }
            if (frame != null && !engine.test(frame)) {
                return null;
            }
        }
        return null;
    }

    private @Nullable ByteBuffer next(ByteBuffer in) {
        int start = in.arrayOffset() + in.position();
        FrameHead head = FrameHead.parse(in.array(), start, start + in.remaining());
        if (head == null) {
            partial = new PartialFrame(in, 0);
            return null;
        }
        violation = judge(head);
        if (violation != null) {
            return null;
        }
        if (in.remaining() < head.frameBytes()) {
            partial = new PartialFrame(in, head.frameBytes());
            return null;
        }
        in.position(in.position() + head.frameBytes());
        return ByteBuffer.wrap(in.array(), start, head.frameBytes());
    }

    private @Nullable ByteBuffer complete(PartialFrame frame, ByteBuffer in) {
        while (!frame.hasHead() && in.hasRemaining()) {
            frame.append(in, 1); // by the byte: the head's own length is not known before its second byte
            FrameHead head = FrameHead.parse(frame.bytes(), 0, frame.count());
            if (head != null) {
                violation = judge(head);
                if (violation != null) {
                    return null;
                }
                frame.headSays(head.frameBytes());
            }
        }
        if (!frame.hasHead()) {
            return null;
        }
        frame.fill(in);
        if (!frame.isComplete()) {
            return null;
        }
        partial = null;
        return frame.toBuffer();
    }

    private @Nullable FrameViolation judge(FrameHead head) {
        if (!head.masked()) {
            return FrameViolation.protocol("a frame from a client must be masked"); // RFC 6455 section 5.1
        }
        if (head.isControl()) {
            return judgeControl(head);
        }
        if (head.payloadBytes() < 0 || head.payloadBytes() > maxMessageBytes) {
            return FrameViolation.oversized("a frame of " + Long.toUnsignedString(head.payloadBytes())
                    + " bytes is over the " + maxMessageBytes + " allowed");
        }
        return judgeSequence(head);
    }

    private static @Nullable FrameViolation judgeControl(FrameHead head) {
        if (head.payloadBytes() < 0 || head.payloadBytes() > LARGEST_CONTROL_PAYLOAD) {
            return FrameViolation.protocol("a control frame has at most 125 bytes");
        }
        boolean isHalfACode = head.isClose() && head.payloadBytes() == 1; // the engine takes it for a goodbye with 1002
        return isHalfACode
                ? FrameViolation.protocol("a close frame has no body or begins with a code of 2 bytes")
                : null;
    }

    /** Fragments: RFC 6455 section 5.4. */
    private @Nullable FrameViolation judgeSequence(FrameHead head) {
        if (head.isContinuation() != inMessage) {
            return FrameViolation.protocol(
                    inMessage ? "a new message began inside a fragmented one" : "a continuation without a beginning");
        }
        messageBytes += head.payloadBytes();
        fragments++;
        if (messageBytes > maxMessageBytes) {
            return FrameViolation.oversized(
                    "a message of at least " + messageBytes + " bytes is over the " + maxMessageBytes + " allowed");
        }
        if (fragments > Math.max(LEAST_FRAGMENTS, maxMessageBytes / BYTES_PER_FRAGMENT)) {
            return FrameViolation.oversized("a message in more than " + (fragments - 1) + " fragments");
        }
        inMessage = !head.fin();
        if (head.fin()) {
            messageBytes = 0;
            fragments = 0;
        }
        return null;
    }
}
