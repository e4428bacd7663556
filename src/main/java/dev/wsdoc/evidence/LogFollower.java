package dev.wsdoc.evidence;

import dev.wsdoc.evidence.encoding.Encoding;
import dev.wsdoc.evidence.encoding.TextIntake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows a log file from where it ends now: hands out each line that is added, through truncation and rotation. A file
 * that does not exist yet is waited for, and read from its beginning. Lines are cut by {@link LineCutter}.
 */
public final class LogFollower implements LogTail {
    private static final int READ_BYTES = 64 * 1024;
    private static final long FULL = 4 * 1024; // a page of a file needs as much

    /** Tells how much may still be written where a file is; a test fills the disk. */
    @FunctionalInterface
    interface Room {
        /** Bytes that are free to everybody. */
        long of(Path file) throws IOException;
    }

    private final Path file;
    private final String source;
    private final Room room;
    private final boolean wasMissing;
    private final ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
    private final Encoding encoding;
    private LineCutter cutter;
    private @Nullable OpenedLog current; // null until the file is there

    private LogFollower(Path file, String source, Encoding encoding, @Nullable OpenedLog current, Room room) {
        this.file = file;
        this.source = source;
        this.room = room;
        this.encoding = encoding;
        this.cutter = new LineCutter(encoding);
        this.current = current;
        this.wasMissing = current == null;
    }

    /**
     * Begins behind the last byte that the file has now.
     *
     * @throws IOException when the file cannot be read; the message names it
     */
    public static LogFollower fromEnd(Path file) throws IOException {
        return fromEnd(file, file.toString());
    }

    /**
     * The same under another name than the file's, for one that is not to be kept.
     *
     * @param source what reports call it
     * @throws IOException when the file cannot be read; the message names it
     */
    public static LogFollower fromEnd(Path file, String source) throws IOException {
        return fromEnd(file, source, LogFollower::usable);
    }

    private static long usable(Path file) throws IOException {
        return Files.getFileStore(file).getUsableSpace();
    }

    static LogFollower fromEnd(Path file, Room room) throws IOException {
        return fromEnd(file, file.toString(), room);
    }

    private static LogFollower fromEnd(Path file, String source, Room room) throws IOException {
        return fromEnd(file, source, Encoding.FOUND_OUT, room);
    }

    private static LogFollower fromEnd(Path file, String source, Encoding encoding, Room room) throws IOException {
        OpenedLog log = OpenedLog.open(file);
        LogFollower follower = new LogFollower(file, source, encoding, log, room);
        follower.cutter = new LineCutter(TextIntake.within(encoding, head(log.channel())));
        log.channel().position(log.channel().size());
        return follower;
    }

    /** What tells the encoding of a file that is read from somewhere else on. */
    private static byte[] head(FileChannel log) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Encoding.TELLING);
        log.read(head, 0);
        return Arrays.copyOf(head.array(), head.position());
    }

    /**
     * Begins with the first byte that the file has.
     *
     * @throws IOException when the file cannot be read; the message names it
     */
    public static LogFollower fromStart(Path file, Encoding encoding) throws IOException {
        return new LogFollower(file, file.toString(), encoding, OpenedLog.open(file), LogFollower::usable);
    }

    /**
     * Like {@link #fromEnd}, but a file that does not exist yet is waited for.
     *
     * @throws IOException when the file cannot be read, or there is not even a folder for it
     */
    public static LogFollower whenThere(Path file) throws IOException {
        return whenThere(file, Encoding.FOUND_OUT);
    }

    /**
     * The same for a file whose encoding is known.
     *
     * @throws IOException when the file cannot be read, or there is not even a folder for it
     */
    public static LogFollower whenThere(Path file, Encoding encoding) throws IOException {
        if (Files.exists(file)) {
            return fromEnd(file, file.toString(), encoding, LogFollower::usable);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("cannot read the log " + file + ": there is no such file, nor the folder " + folder);
        }
        return new LogFollower(file, file.toString(), encoding, null, LogFollower::usable);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String remark() {
        if (!wasMissing) {
            return "";
        }
        return current == null
                ? "the log " + file + " never came to exist, so it tells nothing"
                : "the log " + file + " did not exist at first and was waited for";
    }

    @Override
    public @Nullable String obstacle() {
        try {
            return current != null && room.of(file) < FULL
                    ? "the disk of the log " + file + " is full, so the server cannot write it"
                    : null;
        } catch (IOException e) {
            return null; // what is wrong with the file is told by who reads it
        }
    }

    @Override
    public long letGo(long keep) throws IOException {
        OpenedLog open = current;
        long unread = open == null ? 0 : open.channel().size() - open.channel().position();
        if (open == null || unread <= keep) {
            return 0;
        }
        open.channel().position(open.channel().size() - keep);
        cutter.leaveOut();
        return unread - keep;
    }

    @Override
    public Polled poll(int mostLines, BooleanSupplier isOver, Consumer<String> lines) throws IOException {
        if (current == null) {
            current = openIfThere();
        }
        OpenedLog open = current;
        if (open == null) {
            return Polled.NOTHING;
        }
        Polled drained = drain(open.channel(), mostLines, isOver, lines);
        if (drained.hasMore() || !open.wasReplaced(file)) {
            return drained;
        }
        Polled rest = drain(open.channel(), mostLines, isOver, lines); // written to the old file in between
        if (rest.hasMore()) {
            return new Polled(drained.lines() + rest.lines(), true);
        }
        int cut = beginAnew(lines);
        current = null; // also if the new one cannot be opened
        open.close();
        current = openIfThere();
        return new Polled(drained.lines() + rest.lines() + cut, true);
    }

    private int beginAnew(Consumer<String> lines) {
        int count = cutter.end(lines);
        cutter = new LineCutter(encoding);
        return count;
    }

    private @Nullable OpenedLog openIfThere() throws IOException {
        try {
            return Files.exists(file) ? OpenedLog.open(file) : null;
        } catch (NoSuchFileException e) {
            return null; // gone again in between
        }
    }

    private Polled drain(FileChannel open, int mostLines, BooleanSupplier isOver, Consumer<String> lines)
            throws IOException {
        int count = 0;
        if (open.size() < open.position()) {
            open.position(0); // truncated in place: it starts anew
            count += beginAnew(lines);
        }
        boolean hasMore = open.read(buffer.clear()) > 0;
        while (hasMore) {
            count += cutter.cut(buffer.flip(), lines);
            if (count >= mostLines || isOver.getAsBoolean()) {
                break;
            }
            hasMore = open.read(buffer.clear()) > 0;
        }
        return new Polled(count, hasMore);
    }

    @Override
    public void finish(Consumer<String> lines) {
        beginAnew(lines);
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }
}
