package dev.wsdoc.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A log file that is open, and which file that is: the inode where there is one, null where the file system has no such thing.
 */
record OpenedLog(FileChannel channel, @Nullable Object identity) implements AutoCloseable {
    private static final int MOST_TRIES = 10;

    /** Opens channels; a test rotates the file meanwhile. */
    @FunctionalInterface
    interface Opener {
        FileChannel open(Path file) throws IOException;
    }

    /**
     * Opens the file.
     *
     * @throws IOException when it cannot be read; the message names it
     */
    static OpenedLog open(Path file) throws IOException {
        return open(file, OpenedLog::channelOf);
    }

    /**
     * The name may be given to another file while this one is opened; Java tells the inode of names only. So the name is asked
     * before and after, until both are the same file.
     */
    static OpenedLog open(Path file, Opener opener) throws IOException {
        OpenedLog opened = once(file, opener);
        for (int i = 1; i < MOST_TRIES && opened.wasReplaced(file); i++) {
            opened.close();
            opened = once(file, opener);
        }
        return opened;
    }

    private static OpenedLog once(Path file, Opener opener) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory, not a log file");
        }
        Object before = identityOf(file);
        try {
            return new OpenedLog(opener.open(file), before);
        } catch (AccessDeniedException e) {
            throw new IOException("cannot read the log " + file + ": permission denied", e);
        }
    }

    private static FileChannel channelOf(Path file) throws IOException {
        return FileChannel.open(file);
    }

    /** Whether the name is another file's by now. */
    boolean wasReplaced(Path file) throws IOException {
        try {
            Object now = identityOf(file);
            return now != null && !Objects.equals(now, identity);
        } catch (NoSuchFileException e) {
            return false; // between the rename and the new file
        }
    }

    private static @Nullable Object identityOf(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
