package dev.wsdoc.cli.logs;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.evidence.LogFollower;
import dev.wsdoc.evidence.LogTail;
import dev.wsdoc.evidence.StreamTail;
import dev.wsdoc.evidence.encoding.Encoding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One of the logs that {@code wsdoc logs} was given: a file, a named pipe or standard input. What keeps it from being read is an
 * IOException whose message does not name it.
 *
 * @param path null for standard input
 */
record LogInput(String name, @Nullable Path path) {
    static final String STDIN = "-";

    /** All that were named, standard input if none was. */
    static List<LogInput> of(List<String> names) {
        List<String> wanted = names.isEmpty() ? List.of(STDIN) : names;
        if (wanted.stream().filter(STDIN::equals).count() > 1) {
            throw CommandFailure.wrongUsage("'-' (stdin) can be read only once");
        }
        return wanted.stream().map(LogInput::of).toList();
    }

    private static LogInput of(String name) {
        if (name.equals(STDIN)) {
            return new LogInput("stdin", null);
        }
        try {
            return new LogInput(name, Path.of(name));
        } catch (InvalidPathException e) {
            throw CommandFailure.wrongUsage("'" + name + "' is not a file name: " + e.getReason());
        }
    }

    private void requireReadable() throws IOException {
        if (path == null) {
            return;
        }
        if (Files.isDirectory(path)) {
            throw new IOException("is a directory; name the log files in it");
        }
        if (Files.notExists(path)) {
            throw new IOException("no such file");
        }
        if (!Files.isReadable(path)) {
            throw new IOException("cannot be read: permission denied");
        }
    }

    /** Bytes of a regular file, 0 for what has no end that is known. */
    long size() throws IOException {
        return path != null && isFile() ? Files.size(path) : 0;
    }

    boolean isFile() {
        return path != null && Files.isRegularFile(path);
    }

    /** Whether it is a file that may come to exist. */
    boolean isMissing() {
        return path != null && Files.notExists(path);
    }

    /** What is in it, from its begin. */
    InputStream open() throws IOException {
        requireReadable();
        if (path == null) {
            return System.in;
        }
        return isFile() ? Files.newInputStream(path) : new LateInput(path);
    }

    /** The same bytes, unpacked if they are compressed, once it is sure that they begin like text. */
    InputStream text(InputStream in, Encoding encoding) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, LogHead.LENGTH);
        buffered.mark(LogHead.LENGTH);
        LogHead head = headOf(buffered);
        buffered.reset();
        if (head.isGzip()) {
            return text(new GZIPInputStream(buffered), encoding);
        }
        head.requireText(name, encoding);
        return buffered;
    }

    /**
     * What it grows by; a file that is not there yet is waited for.
     *
     * @param fromStart whether what a file has by now comes first
     */
    LogTail follow(Encoding encoding, boolean fromStart) throws IOException {
        if (path != null && isMissing()) {
            Path folder = path.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new IOException("no such file, nor the folder that it would be in");
            }
            return LogFollower.whenThere(path, encoding);
        }
        if (path == null || !isFile()) {
            return StreamTail.of(name, open(), encoding);
        }
        try (InputStream in = open()) {
            headOf(in).requireText(name, encoding);
        }
        return fromStart ? LogFollower.fromStart(path, encoding) : LogFollower.whenThere(path, encoding);
    }

    private static LogHead headOf(InputStream in) throws IOException {
        byte[] head = new byte[LogHead.LENGTH];
        return new LogHead(head, Math.max(0, in.read(head)));
    }
}
