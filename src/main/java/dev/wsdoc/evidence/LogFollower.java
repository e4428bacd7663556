package dev.wsdoc.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows a log file from where it ends now: hands out each line that is added, through truncation and rotation. A file
 * that does not exist yet is waited for, and read from its beginning. A line longer than 1 MiB is cut there.
 */
public final class LogFollower implements LogTail {
    private static final int READ_BYTES = 64 * 1024;

    private final Path file;
    private final boolean wasMissing;
    private final ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
    private final LineCutter cutter = new LineCutter();
    private @Nullable FileChannel channel; // null until the file is there
    private @Nullable Object identity;

    private LogFollower(Path file, @Nullable FileChannel channel, @Nullable Object identity) {
        this.file = file;
        this.channel = channel;
        this.identity = identity;
        this.wasMissing = channel == null;
    }

    /**
     * Begins behind the last byte that the file has now.
     *
     * @throws IOException when the file cannot be read; the message names it
     */
    public static LogFollower fromEnd(Path file) throws IOException {
        FileChannel channel = open(file);
        channel.position(channel.size());
        return new LogFollower(file, channel, identityOf(file));
    }

    /**
     * Like {@link #fromEnd}, but a file that does not exist yet is waited for.
     *
     * @throws IOException when the file cannot be read, or there is not even a folder for it
     */
    public static LogFollower whenThere(Path file) throws IOException {
        if (Files.exists(file)) {
            return fromEnd(file);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("cannot read the log " + file + ": there is no such file, nor the folder " + folder);
        }
        return new LogFollower(file, null, null);
    }

    private static FileChannel open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory, not a log file");
        }
        try {
            return FileChannel.open(file);
        } catch (AccessDeniedException e) {
            throw new IOException("cannot read the log " + file + ": permission denied", e);
        }
    }

    @Override
    public String source() {
        return file.toString();
    }

    @Override
    public String remark() {
        if (!wasMissing) {
            return "";
        }
        return channel == null
                ? "the log " + file + " never came to exist, so it tells nothing"
                : "the log " + file + " did not exist at first and was waited for";
    }

    @Override
    public int poll(Consumer<String> lines) throws IOException {
        FileChannel open = channel == null ? appeared() : channel;
        if (open == null) {
            return 0;
        }
        int count = drain(open, lines);
        if (wasReplaced()) {
            count += drain(open, lines); // what was still written to the old file before the new one was opened
            count += cutter.end(lines);
            open.close();
            open = open(file);
            channel = open;
            identity = identityOf(file);
            count += drain(open, lines);
        }
        return count;
    }

    private @Nullable FileChannel appeared() throws IOException {
        if (Files.exists(file)) {
            channel = open(file);
            identity = identityOf(file);
        }
        return channel;
    }

    private int drain(FileChannel open, Consumer<String> lines) throws IOException {
        int count = 0;
        if (open.size() < open.position()) {
            open.position(0); // truncated in place: it starts anew
            count += cutter.end(lines);
        }
        while (open.read(buffer.clear()) > 0) {
            count += cutter.cut(buffer.flip(), lines);
        }
        return count;
    }

    private boolean wasReplaced() throws IOException {
        try {
            Object now = identityOf(file);
            return now != null && !now.equals(identity);
        } catch (NoSuchFileException e) {
            return false; // between the rename and the new file
        }
    }

    /** The inode where there is one; null where the file system has no such thing. */
    private static @Nullable Object identityOf(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
