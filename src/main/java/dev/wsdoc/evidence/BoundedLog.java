package dev.wsdoc.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log file that somebody appends to without end, kept within bounds: its beginning and its end stay, what is between is cut
 * out (decision 0012). A thread of its own owns the cutting, from {@link #begin} to {@link #close}; readers learn of each cut from
 * {@link #cuts}, without a lock.
 */
public final class BoundedLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedLog.class);
    private static final long LOOK_MS = 5;
    private static final long ENDS_WITHIN_MS = 2_000;

    private final Path file;
    private final Path end;
    private final Bounds bounds;
    private final FileChannel channel;
    private final FileChannel ending;
    private final ScheduledThreadPoolExecutor thread;
    private volatile Cuts cuts = new Cuts(0, 0, 0, Phase.OVER);

    /**
     * How large the parts may become, in bytes.
     *
     * @param beginning the first bytes, which stay
     * @param end the newest before a cut, which stay until the next one
     * @param cutAt the size at which the file is cut
     * @param hurryAt the size at which the cut is urgent: the end is not kept then
     */
    public record Bounds(long beginning, long end, long cutAt, long hurryAt) {
        /** 8 MiB and 4 MiB are kept; 64 MiB are not reached. */
        public static final Bounds DEFAULT = new Bounds(8L << 20, 4L << 20, 24L << 20, 40L << 20);

        public Bounds {
            if (beginning < 0 || end < 0 || beginning + end > cutAt || cutAt > hurryAt) {
                throw new IllegalArgumentException("bounds " + beginning + " + " + end + ", " + cutAt + ", " + hurryAt
                        + " do not fit into each other");
            }
        }
    }

    /** Whether the file is being cut just now. */
    enum Phase {
        UNDER_WAY,
        OVER
    }

    /**
     * What was cut out so far.
     *
     * @param number of cuts
     * @param removed bytes that were cut out, all of them behind the beginning
     * @param spared how many of these are kept as the end
     */
    record Cuts(int number, long removed, long spared, Phase phase) {}

    private BoundedLog(Path file, Bounds bounds) throws IOException {
        this.file = file;
        this.end = file.resolveSibling(file.getFileName() + ".end");
        this.bounds = bounds;
        this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.ending =
                FileChannel.open(end, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread cutter = new Thread(task, "wsdoc-exec");
            cutter.setDaemon(true);
            return cutter;
        });
    }

    /** Begins to watch over a file that is there; whoever writes it must append. */
    public static BoundedLog begin(Path file, Bounds bounds) throws IOException {
        BoundedLog log = unwatched(file, bounds);
        Future<?> unused = log.thread.scheduleWithFixedDelay(log::look, 0, LOOK_MS, TimeUnit.MILLISECONDS);
        return log;
    }

    /** One that is cut only when {@link #look} is called. */
    static BoundedLog unwatched(Path file, Bounds bounds) throws IOException {
        return new BoundedLog(file, bounds);
    }

    /** Cuts it, if it is time. On the thread's own, but for tests. */
    void look() {
        try {
            long size = channel.size();
            if (size >= bounds.cutAt()) {
                cut(size);
            }
        } catch (IOException e) {
            LOG.warn("The server's output cannot be kept within bounds: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("Keeping the server's output within bounds failed", e);
        }
    }

    private void cut(long size) throws IOException {
        keepEnd(size);
        int number = cuts.number() + 1;
        long removed = cuts.removed();
        cuts = new Cuts(number, removed, ending.size(), Phase.UNDER_WAY);
        try {
            long now = channel.size();
            channel.truncate(bounds.beginning());
            removed += Math.max(0, now - bounds.beginning());
        } finally {
            cuts = new Cuts(number, removed, ending.size(), Phase.OVER);
        }
    }

    /** The newest bytes come in the place of those that were kept before. */
    private void keepEnd(long size) throws IOException {
        ending.truncate(0);
        if (size < bounds.hurryAt()) {
            append(channel, Math.max(bounds.beginning(), size - bounds.end()), size, ending);
        }
    }

    private static void append(FileChannel from, long start, long end, FileChannel to) throws IOException {
        long at = start;
        to.position(to.size());
        while (at < end) {
            long count = from.transferTo(at, end - at, to);
            if (count <= 0) {
                return; // it became shorter meanwhile
            }
            at += count;
        }
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    Cuts cuts() {
        return cuts;
    }

    Bounds bounds() {
        return bounds;
    }

    /** How many bytes are missing from what is kept of it. */
    public long missing() {
        Cuts now = cuts;
        return now.removed() - now.spared();
    }

    /**
     * The lines that are added from now on.
     *
     * @param source what reports call it
     */
    public LogTail tail(String source) throws IOException {
        return BoundedLogTail.open(this, source);
    }

    /** Puts together what is kept of it, once nobody writes any more. */
    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(ENDS_WITHIN_MS, TimeUnit.MILLISECONDS)) {
                LOG.debug("{} is still being cut", file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (channel;
                ending) {
            if (cuts.removed() > 0) {
                join();
            }
        } finally {
            Files.deleteIfExists(end);
        }
    }

    private void join() throws IOException {
        long missing = missing();
        long size = channel.size();
        append(channel, Math.min(size, bounds.beginning()), size, ending);
        channel.truncate(bounds.beginning());
        channel.position(channel.size());
        ByteBuffer words = StandardCharsets.UTF_8.encode("\n[wsdoc: " + missing + " bytes are missing here]\n");
        while (words.hasRemaining()) {
            channel.write(words);
        }
        append(ending, 0, ending.size(), channel);
    }
}
