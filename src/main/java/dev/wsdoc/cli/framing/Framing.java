package dev.wsdoc.cli.framing;

import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.talk.TurnSink;
import dev.wsdoc.wire.frame.Opcode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What in a pipe is a message. */
public enum Framing {
    LINES {
        @Override
        public MessageSource source(InputStream in) {
            return new LineSource(in, (byte) '\n', Opcode.TEXT);
        }

        @Override
        TurnSink sink(OutputStream out) {
            return new LineSink(out, (byte) '\n');
        }
    },
    NULLS {
        @Override
        public MessageSource source(InputStream in) {
            return new LineSource(in, (byte) 0, Opcode.TEXT);
        }

        @Override
        TurnSink sink(OutputStream out) {
            return new LineSink(out, (byte) 0);
        }
    },
    BLOCKS {
        @Override
        public MessageSource source(InputStream in) {
            return new BlockSource(in);
        }

        @Override
        TurnSink sink(OutputStream out) {
            return new BytesSink(out);
        }
    },
    BINARY_NULLS {
        @Override
        public MessageSource source(InputStream in) {
            return new LineSource(in, (byte) 0, Opcode.BINARY);
        }

        @Override
        TurnSink sink(OutputStream out) {
            return new LineSink(out, (byte) 0);
        }
    },
    JSON_LINES {
        @Override
        public MessageSource source(InputStream in) {
            return new JsonLineSource(in);
        }

        @Override
        TurnSink sink(OutputStream out) throws IOException {
            return new JsonLineSink(out);
        }
    };

    private static final int BUFFER = 64 * 1024;

    /** Where messages come from. */
    public abstract MessageSource source(InputStream in);

    abstract TurnSink sink(OutputStream out) throws IOException;

    /** Where messages go to: on a terminal, lines are made harmless. */
    public TurnSink sink(Console console) throws IOException {
        OutputStream out = new BufferedOutputStream(console.bytes(), BUFFER);
        return console.showsOutput() && this == LINES ? new ScreenSink(out) : sink(out);
    }
}
