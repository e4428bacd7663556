package dev.wsdoc.cli.logs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream that ends when it is asked to, even while it waits for bytes that do not come, and that tells of its progress and of its
 * pauses. Read by the command's thread; what may have pauses is read ahead by a daemon thread of its own.
 */
final class WatchedInput extends InputStream {
    private static final int CHUNK = 64 * 1024;
    private static final int MOST_CHUNKS = 8;
    private static final long PATIENCE_MS = 100;
    private static final byte[] END = {};

    private final InputStream in;
    private final Watch watch;
    private final @Nullable BlockingQueue<byte[]> chunks;
    private volatile @Nullable IOException failure;
    private byte[] chunk = END;
    private int used;
    private boolean ended; // an end is put into the queue only once, but may be read again
    private long count;

    /**
     * Who watches.
     *
     * @param stop whether the stream is to end now
     * @param pause called when nothing has come for a while
     * @param progress called with the bytes read so far
     */
    record Watch(BooleanSupplier stop, Runnable pause, LongConsumer progress) {}

    private WatchedInput(InputStream in, Watch watch, @Nullable BlockingQueue<byte[]> chunks) {
        this.in = in;
        this.watch = watch;
        this.chunks = chunks;
    }

    /** A file, whose bytes are there. */
    static WatchedInput ofFile(InputStream in, Watch watch) {
        return new WatchedInput(in, watch, null);
    }

    /** Standard input or a pipe. */
    static WatchedInput ofPipe(InputStream in, Watch watch) {
        BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(MOST_CHUNKS);
        WatchedInput watched = new WatchedInput(in, watch, chunks);
        Thread reader = new Thread(() -> watched.readAhead(chunks), "wsdoc-input");
        reader.setDaemon(true);
        reader.start();
        return watched;
    }

    private void readAhead(BlockingQueue<byte[]> chunks) {
        byte[] buffer = new byte[CHUNK];
        try {
            try {
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    if (length > 0) {
                        chunks.put(Arrays.copyOf(buffer, length));
                    }
                }
            } catch (IOException e) {
                failure = e;
            }
            chunks.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0; // as InputStream says; taking a chunk would wait for one
        }
        if (watch.stop().getAsBoolean()) {
            return -1;
        }
        int read = chunks == null ? in.read(bytes, offset, length) : take(chunks, bytes, offset, length);
        count += Math.max(0, read);
        watch.progress().accept(count);
        return read;
    }

    private int take(BlockingQueue<byte[]> chunks, byte[] bytes, int offset, int length) throws IOException {
        if (used == chunk.length) {
            byte[] next = ended ? END : await(chunks);
            if (next.length == 0) {
                ended = true;
                IOException why = failure;
                if (why != null) {
                    throw why;
                }
                return -1;
            }
            chunk = next;
            used = 0;
        }
        int taken = Math.min(length, chunk.length - used);
        System.arraycopy(chunk, used, bytes, offset, taken);
        used += taken;
        return taken;
    }

    /** The next chunk; the end if it was reached or asked for. */
    private byte[] await(BlockingQueue<byte[]> chunks) {
        try {
            while (!watch.stop().getAsBoolean()) {
                byte[] next = chunks.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    return next;
                }
                watch.pause().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return END;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
