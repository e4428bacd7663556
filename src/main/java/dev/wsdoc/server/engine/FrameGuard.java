package dev.wsdoc.server.engine;

import java.nio.ByteBuffer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges each frame's head before the engine sees a byte of the frame, and hands over whole frames only: an unmasked
 * frame, a frame or message beyond the limit, or a broken sequence of fragments ends here, and so does a message for which there is no
 * room beside the unfinished ones of others. One for each connection, loop thread only.
 */
final class FrameGuard {
    private static final int LARGEST_CONTROL_PAYLOAD = 125; // RFC 6455 section 5.5
    private static final int LEAST_FRAGMENTS = 1_024;
    private static final int BYTES_PER_FRAGMENT = 16; // empty fragments cost memory too

    private static final int BYTES_BESIDE_A_FRAGMENT = 96; // the engine keeps a buffer object and an array for each

    private final int maxMessageBytes;
    private final MessageMemory memory;
    private final MessageMemory.Share share;
    private @Nullable PartialFrame partial;
    private @Nullable FrameViolation violation;
    private boolean inMessage;
    private long messageBytes;
    private int fragments;
    private long fragmentsHeld; // by the engine, until the message is whole

    /** @param memory what all connections share */
    FrameGuard(int maxMessageBytes, MessageMemory memory) {
        this.maxMessageBytes = maxMessageBytes;
        this.memory = memory;
        this.share = memory.new Share();
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
            return begin(in, 0);
        }
        violation = judge(head);
        if (violation != null) {
            return null;
        }
        if (in.remaining() < head.frameBytes()) {
            return begin(in, head.frameBytes());
        }
        in.position(in.position() + head.frameBytes());
        return counted(head, ByteBuffer.wrap(in.array(), start, head.frameBytes()));
    }

    private @Nullable ByteBuffer begin(ByteBuffer in, int needed) {
        if (hasRoomFor(in.remaining())) {
            partial = new PartialFrame(in, needed);
        }
        return null;
    }

    private boolean hasRoomFor(long partialBytes) {
        if (share.hold(fragmentsHeld + partialBytes)) {
            return true;
        }
        violation =
                FrameViolation.noRoom("no room: unfinished messages may take " + memory.maxBytes() + " bytes together");
        return false;
    }

    /** A frame is whole: what is held from now on are the fragments that the engine keeps of its message. */
    private @Nullable ByteBuffer counted(FrameHead head, ByteBuffer frame) {
        if (!head.isControl()) {
            fragmentsHeld = head.fin() ? 0 : fragmentsHeld + head.payloadBytes() + BYTES_BESIDE_A_FRAGMENT;
        }
        return hasRoomFor(0) ? frame : null;
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
        if (!hasRoomFor(frame.capacityToFill(in))) {
            return null;
        }
        frame.fill(in);
        return frame.isComplete() ? whole(frame) : null;
    }

    private @Nullable ByteBuffer whole(PartialFrame frame) {
        partial = null;
        FrameHead head = FrameHead.parse(frame.bytes(), 0, frame.count());
        return head == null ? null : counted(head, frame.toBuffer());
    }

    /** The connection is over, and with it its message. */
    void release() {
        partial = null;
        fragmentsHeld = 0;
        share.hold(0);
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
