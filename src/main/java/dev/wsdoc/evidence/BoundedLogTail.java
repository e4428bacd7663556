package dev.wsdoc.evidence;

import dev.wsdoc.evidence.BoundedLog.Cuts;
import dev.wsdoc.evidence.BoundedLog.Phase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Reads a {@link BoundedLog} while it grows and is cut. Places are offsets in all that was ever written: those of the beginning stay
 * where they are in the file, those behind it move down with each cut. What was read while the file was cut is read again.
 */
final class BoundedLogTail implements LogTail {
    private static final int READ_BYTES = 64 * 1024;
    private static final int AGAIN = -1;

    private final BoundedLog log;
    private final String source;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
    private final LineCutter cutter = new LineCutter();
    private long offset;
    private Cuts known; // at the last read
    private long lost; // cut out before it was read
    private boolean midLine; // what comes next is the rest of a line whose beginning was lost

    private BoundedLogTail(BoundedLog log, String source, FileChannel channel) {
        this.log = log;
        this.source = source;
        this.channel = channel;
        this.known = log.cuts();
    }

    /** Begins behind the last byte that it has now. */
    static BoundedLogTail open(BoundedLog log, String source) throws IOException {
        BoundedLogTail tail = new BoundedLogTail(log, source, FileChannel.open(log.file()));
        Cuts before;
        do {
            before = log.cuts();
            tail.known = before;
            tail.offset = before.removed() + tail.channel.size();
        } while (before.phase() == Phase.UNDER_WAY || !log.cuts().equals(before));
        return tail;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String remark() {
        long missing = log.missing();
        String unkept = missing == 0
                ? ""
                : megabytes(missing) + " of " + source + ", between its beginning and its end, were not kept";
        if (lost == 0) {
            return unkept;
        }
        String unread = source + " grew faster than it could be read: " + megabytes(lost) + " of it were not read";
        return unkept.isEmpty() ? unread : unread + "; " + unkept;
    }

    private static String megabytes(long bytes) {
        return bytes < 1_000_000 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    @Override
    public Polled poll(int mostLines, BooleanSupplier isOver, Consumer<String> lines) throws IOException {
        int count = 0;
        int read = fill();
        while (read > 0) {
            count += take(lines);
            if (count >= mostLines || isOver.getAsBoolean()) {
                return new Polled(count, true);
            }
            read = fill();
        }
        return new Polled(count, read == AGAIN);
    }

    /** Reads the next bytes; 0 when there are none, {@link #AGAIN} when the file was cut meanwhile. */
    private int fill() throws IOException {
        Cuts before = log.cuts();
        if (before.phase() == Phase.UNDER_WAY) {
            return AGAIN;
        }
        long beginning = log.bounds().beginning();
        long present = before.removed() + beginning; // the first offset behind the beginning that is still there
        long next = offset >= beginning && offset < present ? present : offset;
        buffer.clear();
        if (next < beginning && before.removed() > 0) {
            buffer.limit((int) Math.min(READ_BYTES, beginning - next));
        }
        int read = channel.read(buffer, next < beginning ? next : next - before.removed());
        if (!log.cuts().equals(before)) {
            return AGAIN;
        }
        if (next > offset || (!before.equals(known) && offset >= beginning)) {
            leap(next);
        }
        known = before;
        if (read <= 0) {
            followShrinking(before);
            return 0;
        }
        offset += read;
        buffer.flip();
        return read;
    }

    /**
     * Over what was cut out. Even where that was nothing, something may have been written between the last look at the size and the
     * cut: so what comes next is taken for the rest of a line, which costs a line for each cut and tears none.
     */
    private void leap(long next) {
        lost += next - offset;
        offset = next;
        midLine = true;
        cutter.end(unfinished -> {});
    }

    /** Its writer truncated it: it starts anew. */
    private void followShrinking(Cuts before) throws IOException {
        long size = channel.size();
        if (log.cuts().equals(before) && before.removed() == 0 && size < offset) {
            offset = 0;
        }
    }

    private int take(Consumer<String> lines) {
        while (midLine && buffer.hasRemaining()) {
            midLine = buffer.get() != '\n';
            lost++;
        }
        return cutter.cut(buffer, lines);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
