package dev.wsdoc.wire.frame;

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

    private static final int WINDOW = 32 * 1024; // as far as DEFLATE looks back: RFC 1951 section 2

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
        }
        return violation;
    }

    private @Nullable Violation inflate(ByteBuffer compressed, MessageInProgress message, int most) {
        Inflater stream = stream();
        stream.setInput(compressed);
        try {
            Violation violation = drain(stream, message, most);
            while (violation == null && stream.finished() && compressed.hasRemaining()) {
                goOn(stream, compressed, message);
                violation = drain(stream, message, most);
            }
            return violation;
        } catch (DataFormatException e) {
            return new Violation(
                    CloseCode.INVALID_PAYLOAD, "RFC 7692 7.2.2", "message that cannot be inflated: " + e.getMessage());
        }
    }

    private static @Nullable Violation drain(Inflater stream, MessageInProgress message, int most)
            throws DataFormatException {
        ByteBuffer out = ByteBuffer.allocate(CHUNK);
        while (stream.inflate(out.clear()) > 0) {
            Violation violation = add(out.flip(), message, most);
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    /** Behind a final block the next one begins with the next byte (RFC 7692 7.2.1); it may refer to what came before. */
    private static void goOn(Inflater stream, ByteBuffer compressed, MessageInProgress message) {
        stream.reset();
        ByteBuffer before = message.payload();
        before.position(Math.max(0, before.limit() - WINDOW));
        if (before.hasRemaining()) {
            stream.setDictionary(before);
        }
        stream.setInput(compressed);
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
