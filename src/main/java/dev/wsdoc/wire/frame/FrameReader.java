package dev.wsdoc.wire.frame;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an open connection's frames. A payload that lies whole in the input is handed out as a slice of it; only one that
 * comes in pieces is gathered, and forgotten as soon as it is handed out.
 */
public final class FrameReader {

    private final int maxMessageBytes;
    private final FrameHeader header;
    private final @Nullable Inflation inflation;
    private WireState state = WireState.OPEN;
    private long remaining;
    private @Nullable MessageInProgress message;
    private @Nullable ByteGatherer control;

    /** @param terms of compression, null without any */
    public FrameReader(int maxMessageBytes, @Nullable DeflateTerms terms) {
        this.maxMessageBytes = maxMessageBytes;
        this.header = new FrameHeader(terms != null);
        this.inflation = terms == null ? null : new Inflation(terms);
    }

    /** Whether messages may be compressed. */
    public boolean compresses() {
        return inflation != null;
    }

    /** {@link WireState#OPEN} until the close frame or a violation. */
    public WireState state() {
        return state;
    }

    /** Takes frames until the bytes run out or the state is no longer open. */
    public void read(ByteBuffer in, FrameListener listener) {
        while (state == WireState.OPEN && in.hasRemaining()) {
            if (!header.isWhole()) {
                readHeader(in, listener);
            }
            if (state == WireState.OPEN && header.isWhole()) {
                readPayload(in, listener);
            }
        }
    }

    private void readHeader(ByteBuffer in, FrameListener listener) {
        Violation violation = header.read(in, message != null);
        if (violation != null) {
            fail(violation, listener);
            return;
        }
        remaining = header.length();
        long total = remaining + (message == null ? 0 : message.size());
        boolean isMeasured = !header.opcode().isControl() && !isCompressed(); // what is inflated is measured then
        if (header.isWhole() && isMeasured && total > maxMessageBytes) {
            fail(Violation.tooBig(total, maxMessageBytes), listener);
        }
    }

    private boolean isCompressed() {
        return message == null ? header.compressed() : message.isCompressed();
    }

    private void readPayload(ByteBuffer in, FrameListener listener) {
        int count = (int) Math.min(in.remaining(), remaining);
        if (count == 0 && remaining > 0) {
            return;
        }
        remaining -= count;
        if (header.opcode().isControl()) {
            readControl(in, count, listener);
        } else if (message == null && header.fin() && count == header.length() && !header.compressed()) {
            readWholeMessage(in, count, listener);
        } else {
            readMessagePart(in, count, listener);
        }
    }

    private void readControl(ByteBuffer in, int count, FrameListener listener) {
        if (count == header.length()) {
            ByteBuffer payload = in.slice(in.position(), count);
            in.position(in.position() + count);
            endControl(payload, listener);
            return;
        }
        if (control == null) {
            control = new ByteGatherer();
        }
        control.take(in, count, (int) header.length());
        if (remaining == 0) {
            ByteBuffer payload = control.view();
            control = null;
            endControl(payload, listener);
        }
    }

    private void endControl(ByteBuffer payload, FrameListener listener) {
        Opcode opcode = header.opcode();
        header.reset();
        switch (opcode) {
            case PING -> listener.ping(payload);
            case PONG -> listener.pong(payload);
            default -> close(payload, listener);
        }
    }

    private void close(ByteBuffer payload, FrameListener listener) {
        Violation violation = ClosePayload.judge(payload);
        if (violation != null) {
            fail(violation, listener);
            return;
        }
        stop(WireState.CLOSING);
        listener.closeReceived(ClosePayload.code(payload), ClosePayload.reason(payload));
    }

    private void readWholeMessage(ByteBuffer in, int count, FrameListener listener) {
        int start = in.position();
        Opcode opcode = header.opcode();
        boolean isBad = opcode == Opcode.TEXT && Utf8.advance(Utf8.BOUNDARY, in, start, start + count) != Utf8.BOUNDARY;
        if (isBad && !listener.goesOnAfterBadText()) {
            fail(MessageInProgress.notUtf8(), listener);
            return;
        }
        header.reset();
        in.position(start + count);
        listener.message(opcode, in.slice(start, count));
    }

    private void readMessagePart(ByteBuffer in, int count, FrameListener listener) {
        if (message == null) {
            message = new MessageInProgress(header.opcode(), header.compressed() ? inflation : null);
        }
        MessageInProgress part = message;
        Violation violation = part.takeFrom(in, count, maxMessageBytes);
        boolean frameEnds = remaining == 0;
        boolean messageEnds = frameEnds && header.fin();
        if (violation == null && messageEnds) {
            violation = part.end(maxMessageBytes);
        }
        if (violation != null) {
            fail(violation, listener);
            return;
        }
        if (frameEnds) {
            header.reset();
        }
        if (messageEnds) {
            message = null;
            listener.message(part.opcode(), part.payload());
        }
    }

    /** Reads no more, and gives back what is held outside the heap. */
    public void abandon() {
        stop(WireState.ENDED);
    }

    private void fail(Violation violation, FrameListener listener) {
        stop(WireState.FAILED);
        listener.violation(violation);
    }

    private void stop(WireState last) {
        state = last;
        message = null;
        control = null;
        if (inflation != null) {
            inflation.close();
        }
    }
}
