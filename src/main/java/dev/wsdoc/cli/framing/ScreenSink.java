package dev.wsdoc.cli.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wsdoc.report.Printable;
import dev.wsdoc.talk.Turn;
import dev.wsdoc.talk.TurnSink;
import java.io.IOException;
import java.io.OutputStream;

/** A line for each message, for a terminal that shows a script's output: nothing in it can steer the terminal. */
final class ScreenSink implements TurnSink {
    private static final int MOST_SHOWN = 64 * 1024;

    private final OutputStream out;

    ScreenSink(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(Turn turn) throws IOException {
        String text = turn.message().head(MOST_SHOWN);
        out.write(Printable.line(text).getBytes(UTF_8));
        if (turn.message().size() > MOST_SHOWN) {
            out.write((" ... (" + turn.message().size() + " bytes)").getBytes(UTF_8));
        }
        out.write('\n');
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
