package dev.wsdoc.wire;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates the compressed messages of one connection (RFC 7692 7.2.2), piece by piece and never beyond the limit. Between
 * messages it holds an {@link Inflater} only where the server keeps its context.
 */
final class Inflation {

    private static final int CHUNK = 8 * 1024;

    /** What the sender took from the end of each message. */
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

    private final DeflateTerms terms;
    private @Nullable Inflater inflater;

    Inflation(DeflateTerms terms) {
        this.terms = terms;
    }

    /** Takes the next {@code count} compressed bytes and gives the message what they stand for, unless it is wrong. */
    @Nullable
    Violation take(ByteBuffer in, int count, MessageInProgress message, int most) {
        ByteBuffer compressed = in.slice(in.position(), count);
        in.position(in.position() + count);
        return inflate(compressed, message, most);
    }

    /** The message's last frame is read. */
    @Nullable
    Violation end(MessageInProgress message, int most) {
        Violation violation = inflate(ByteBuffer.wrap(TAIL), message, most);
        if (!terms.serverKeepsContext()) {
            close();
        } else if (stream().finished()) {
            stream().reset(); // the rare message that ends with a final block: RFC 7692 7.2.3.4
        }
        return violation;
    }

    private @Nullable Violation inflate(ByteBuffer compressed, MessageInProgress message, int most) {
        Inflater stream = stream();
        if (stream.finished()) {
            return null; // behind a final block come only the bytes that stand for none
        }
        stream.setInput(compressed);
        ByteBuffer out = ByteBuffer.allocate(CHUNK);
        try {
            while (stream.inflate(out.clear()) > 0) {
                Violation violation = add(out.flip(), message, most);
                if (violation != null) {
                    return violation;
                }
            }
        } catch (DataFormatException e) {
            return new Violation(
                    CloseCode.INVALID_PAYLOAD, "RFC 7692 7.2.2", "message that cannot be inflated: " + e.getMessage());
        }
        return null;
    }

    private static @Nullable Violation add(ByteBuffer bytes, MessageInProgress message, int most) {
        int size = message.size() + bytes.remaining();
        return size > most ? Violation.tooBig(size, most) : message.take(bytes, bytes.remaining(), most);
    }

    private Inflater stream() {
        Inflater stream = inflater;
        if (stream == null) {
            stream = new Inflater(true); // without zlib's header
            inflater = stream;
        }
        return stream;
    }

    /** Gives back what it holds outside the heap. */
    void close() {
        if (inflater != null) {
            inflater.end();
            inflater = null;
        }
    }
}
