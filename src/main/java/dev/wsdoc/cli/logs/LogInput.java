package dev.wsdoc.cli.logs;

import dev.wsdoc.cli.command.CommandFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One of the logs that {@code wsdoc logs} was given: a file, a named pipe or standard input.
 *
 * @param path null for standard input
 */
record LogInput(String name, @Nullable Path path) {
    static final String STDIN = "-";
    private static final int HEAD = 8 * 1024;
    private static final int BYTE_ORDER_MARK_LE = 0xfffe;
    private static final int BYTE_ORDER_MARK_BE = 0xfeff;
    private static final int GZIP_MAGIC = 0x1f8b;

    /** Control characters in one of so many bytes are no text any more. */
    private static final int BINARY_SHARE = 20;

    /** All that were named, standard input if none was; each must be there and readable. */
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
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandFailure.wrongUsage("'" + name + "' is not a file name: " + e.getReason());
        }
        if (!Files.exists(path)) {
            throw CommandFailure.couldNotRun(name + ": no such file");
        }
        if (Files.isDirectory(path)) {
            throw CommandFailure.couldNotRun(name + ": is a directory; name the log files in it");
        }
        if (!Files.isReadable(path)) {
            throw CommandFailure.couldNotRun(name + ": cannot be read: permission denied");
        }
        return new LogInput(name, path);
    }

    /** Bytes of a regular file, 0 for what has no end that is known. */
    long size() throws IOException {
        return path != null && Files.isRegularFile(path) ? Files.size(path) : 0;
    }

    boolean isFile() {
        return path != null && Files.isRegularFile(path);
    }

    /** What is in it, from its begin. */
    InputStream open() throws IOException {
        try {
            return path == null ? System.in : Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw new IOException("no such file", e);
        }
    }

    /** The same bytes, unpacked if they are compressed, once it is sure that they begin like text. */
    InputStream text(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, HEAD);
        buffered.mark(HEAD);
        byte[] head = new byte[HEAD];
        int length = Math.max(0, buffered.read(head));
        buffered.reset();
        if (magic(head, length) == GZIP_MAGIC) {
            return text(new GZIPInputStream(buffered));
        }
        String complaint = complaint(head, length);
        if (complaint != null) {
            throw CommandFailure.couldNotRun(name + ": " + complaint);
        }
        return buffered;
    }

    private static int magic(byte[] head, int length) {
        return length < 2 ? 0 : (head[0] & 0xff) << 8 | (head[1] & 0xff);
    }

    private static @Nullable String complaint(byte[] head, int length) {
        int first = magic(head, length);
        if (first == BYTE_ORDER_MARK_LE || first == BYTE_ORDER_MARK_BE) {
            return "is UTF-16; convert it with 'iconv -f UTF-16 -t UTF-8' first";
        }
        // A log that was truncated under its writer begins with NULs.
        int from = 0;
        while (from < length && head[from] == 0) {
            from++;
        }
        int controls = 0;
        for (int i = from; i < length; i++) {
            controls += isControl(head[i]) ? 1 : 0;
        }
        return controls * BINARY_SHARE > length - from
                ? "is no text: " + controls + " of its first " + (length - from) + " bytes are control characters"
                : null;
    }

    /** Those that no log has; escape begins colours. */
    private static boolean isControl(byte c) {
        return c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b;
    }
}
