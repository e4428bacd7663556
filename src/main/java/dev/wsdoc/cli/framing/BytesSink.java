package dev.wsdoc.cli.framing;

import dev.wsdoc.talk.Turn;
import dev.wsdoc.talk.TurnSink;
import java.io.IOException;
import java.io.OutputStream;

/** The bytes of the messages, one after the other, with nothing between them. */
final class BytesSink implements TurnSink {
    private final OutputStream out;

    BytesSink(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(Turn turn) throws IOException {
        out.write(turn.message().bytes());
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
