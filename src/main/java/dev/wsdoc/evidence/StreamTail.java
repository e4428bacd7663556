package dev.wsdoc.evidence;

import dev.wsdoc.evidence.encoding.Encoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A log that comes through a stream, such as standard input. A daemon thread of its own reads it, at most {@value
 * #MOST_LINES} lines ahead.
 */
public final class StreamTail implements LogTail {
    private static final int MOST_LINES = 20_000;
    private static final int LINES_BETWEEN_LOOKS = 100;
    private static final int READ_BYTES = 64 * 1024;

    private final String source;
    private final InputStream in;
    private final Encoding encoding;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(MOST_LINES);
    private volatile @Nullable IOException failure;
    private volatile boolean ended;
    private volatile boolean closed;

    private StreamTail(String source, InputStream in, Encoding encoding) {
        this.source = source;
        this.in = in;
        this.encoding = encoding;
    }

    /** Reads the stream from now on; closing the tail closes it. */
    public static StreamTail of(String source, InputStream in) {
        return of(source, in, Encoding.FOUND_OUT);
    }

    /** The same for a stream whose encoding is known. */
    public static StreamTail of(String source, InputStream in, Encoding encoding) {
        StreamTail tail = new StreamTail(source, in, encoding);
        Thread reader = new Thread(tail::read, "wsdoc-log");
        reader.setDaemon(true);
        reader.start();
        return tail;
    }

    private void read() {
        LineCutter cutter = new LineCutter(encoding);
        byte[] buffer = new byte[READ_BYTES];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                cutter.cut(ByteBuffer.wrap(buffer, 0, count), this::put);
            }
            cutter.end(this::put);
        } catch (IOException e) {
            failure = e;
        }
        ended = true;
    }

    private void put(String line) {
        try {
            lines.put(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isExhausted() {
        return ended && lines.isEmpty();
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String remark() {
        return ended && !closed ? source + " ended before the experiment did" : "";
    }

    @Override
    public boolean beginsWithThePast() {
        return true;
    }

    @Override
    public Polled poll(int mostLines, BooleanSupplier isOver, Consumer<String> consumer) throws IOException {
        int count = 0;
        while (count < mostLines && (count % LINES_BETWEEN_LOOKS != 0 || count == 0 || !isOver.getAsBoolean())) {
            String line = lines.poll();
            if (line == null) {
                break;
            }
            consumer.accept(line);
            count++;
        }
        IOException broken = failure;
        if (broken != null && count == 0) {
            throw new IOException("cannot go on reading " + source + ": " + broken.getMessage(), broken);
        }
        return new Polled(count, !lines.isEmpty());
    }

    @Override
    public void close() throws IOException {
        closed = true;
        lines.clear(); // so that the reader, if it waits for room, goes on to the closed stream
        in.close();
    }
}
