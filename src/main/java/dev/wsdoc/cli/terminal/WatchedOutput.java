package dev.wsdoc.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A stream that remembers its first failure, since the writers above it swallow it, and drops everything after it. A
 * reader that has seen enough, such as {@code head}, is no failure. Used through one synchronized writer.
 */
final class WatchedOutput extends FilterOutputStream {
    private @Nullable IOException failure;

    WatchedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (failure == null) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** Whether a write has failed, for whatever reason. */
    boolean isBroken() {
        return failure != null;
    }

    /** The first failure, null while there is none or only the reader went away. */
    @Nullable
    IOException failure() {
        return failure == null || isClosedByReader(failure) ? null : failure;
    }

    /** No type tells: EPIPE on Unix, ERROR_NO_DATA and ERROR_BROKEN_PIPE on Windows. */
    private static boolean isClosedByReader(IOException e) {
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("broken pipe")
                || text.contains("pipe is being closed")
                || text.contains("pipe has been ended");
    }
}
