package dev.wsdoc.logaudit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines from bytes of any content: what is no UTF-8 becomes replacement characters, a line beyond {@value #LONGEST} bytes is cut
 * and says so, NULs at its start (left by a log that was truncated under its writer) are dropped. One thread.
 */
final class LineReader {
    /** The most bytes of a line that are kept. */
    static final int LONGEST = 256 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean ended;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its terminator; null at the end. */
    @Nullable
    String next() throws IOException {
        int searched = from;
        while (true) {
            int end = indexOfNewline(searched);
            if (end >= 0) {
                String line = decode(from, end);
                from = end + 1;
                return line;
            }
            searched = to;
            if (ended) {
                return rest();
            }
            if (to - from >= LONGEST) {
                return cut();
            }
            int kept = to - from;
            fill();
            searched = from + kept;
        }
    }

    private @Nullable String rest() {
        if (from == to) {
            return null;
        }
        String line = decode(from, to);
        from = to;
        return line;
    }

    /** The line so far; what else it has is counted, not kept. */
    private String cut() throws IOException {
        String line = decode(from, from + LONGEST);
        long dropped = (long) to - from - LONGEST;
        from = to;
        while (!ended) {
            fill();
            int end = indexOfNewline(from);
            if (end >= 0) {
                dropped += (long) end - from;
                from = end + 1;
                break;
            }
            dropped += (long) to - from;
            from = to;
        }
        return line + " [cut: " + dropped + " bytes more]";
    }

    private void fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, to, buffer.length - to);
        ended = read < 0;
        to += Math.max(0, read);
    }

    private int indexOfNewline(int start) {
        for (int i = start; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private String decode(int start, int end) {
        int first = start;
        while (first < end && buffer[first] == 0) {
            first++;
        }
        return new String(buffer, first, end - first, StandardCharsets.UTF_8);
    }
}
