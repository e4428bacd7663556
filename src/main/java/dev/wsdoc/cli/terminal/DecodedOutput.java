package dev.wsdoc.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;

/** Bytes for a writer, taken for UTF-8; they wait for the flush, since a character may come in pieces. Used by one thread. */
final class DecodedOutput extends OutputStream {
    private final PrintWriter out;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    DecodedOutput(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(int b) {
        waiting.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        waiting.write(bytes, offset, length);
    }

    @Override
    public void flush() {
        out.print(waiting.toString(UTF_8));
        out.flush();
        waiting.reset();
    }
}
