package dev.wsdoc.cli.framing;

import dev.wsdoc.talk.Turn;
import dev.wsdoc.talk.TurnSink;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Each message and a separator. Where that is a line feed, line ends within a message become blanks, so that a message is a line: scripts
 * count on it.
 */
final class LineSink implements TurnSink {
    private final OutputStream out;
    private final byte separator;

    LineSink(OutputStream out, byte separator) {
        this.out = out;
        this.separator = separator;
    }

    @Override
    public void write(Turn turn) throws IOException {
        byte[] bytes = turn.message().bytes();
        for (int i = 0; separator == '\n' && i < bytes.length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                bytes[i] = ' ';
            }
        }
        out.write(bytes);
        out.write(separator);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
