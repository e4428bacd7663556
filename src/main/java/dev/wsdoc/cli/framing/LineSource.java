package dev.wsdoc.cli.framing;

import dev.wsdoc.talk.Said;
import dev.wsdoc.wire.frame.Opcode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Messages that end with a separator; the last one needs none. Before a line feed, a carriage return is none of the message. */
final class LineSource implements MessageSource {
    /** The longest message, in bytes: 64 MiB. */
    static final int LONGEST = 64 * 1024 * 1024;

    private static final int FIRST_BUFFER = 64 * 1024;

    private final InputStream in;
    private final byte separator;
    private final Opcode opcode;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int start; // of the message that is next
    private int end; // of what was read
    private int scanned; // up to here, there is no separator

    LineSource(InputStream in, byte separator, Opcode opcode) {
        this.in = in;
        this.separator = separator;
        this.opcode = opcode;
    }

    @Override
    public @Nullable Said next() throws IOException {
        while (true) {
            int found = separatorAt();
            if (found >= 0) {
                return take(found, found + 1);
            }
            if (!readMore()) {
                return start == end ? null : take(end, end);
            }
        }
    }

    @Override
    public boolean hasNext() {
        return separatorAt() >= 0;
    }

    private int separatorAt() {
        for (; scanned < end; scanned++) {
            if (buffer[scanned] == separator) {
                return scanned;
            }
        }
        return -1;
    }

    private Said take(int until, int nextStart) {
        boolean hasReturn = separator == '\n' && until > start && nextStart > until && buffer[until - 1] == '\r';
        byte[] bytes = Arrays.copyOfRange(buffer, start, hasReturn ? until - 1 : until);
        start = nextStart;
        scanned = nextStart;
        return new Said(opcode, ByteBuffer.wrap(bytes));
    }

    private boolean readMore() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            scanned -= start;
            start = 0;
        }
        if (end == buffer.length) {
            if (end >= LONGEST) {
                throw new IOException("a message of the input has more than " + LONGEST / 1024 / 1024 + " MiB");
            }
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, count);
        return count >= 0;
    }
}
