package dev.wsdoc.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts a stream of bytes into lines, which are cut themselves after {@value #LONGEST_LINE} bytes. Owned by one thread. */
final class LineCutter {
    static final int LONGEST_LINE = 1 << 20;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** Returns how many lines were completed. */
    int cut(ByteBuffer bytes, Consumer<String> lines) {
        int count = 0;
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                lines.accept(take());
                count++;
            } else if (line.size() < LONGEST_LINE) {
                line.write(next);
            }
        }
        return count;
    }

    /** Hands out what came since the last line's end, if anything did: no more of it will come. Returns how many lines. */
    int end(Consumer<String> lines) {
        if (isEmpty()) {
            return 0;
        }
        lines.accept(take());
        return 1;
    }

    /** What came since the last line's end. */
    String take() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    boolean isEmpty() {
        return line.size() == 0;
    }
}
