package dev.wsdoc.cli.logs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is opened by its first read: to open a named pipe waits until somebody writes to it, which only the thread that reads may
 * wait for. Read by one thread, closed by another.
 */
final class LateInput extends InputStream {
    private final Path path;
    private volatile @Nullable InputStream in;

    LateInput(Path path) {
        this.path = path;
    }

    private InputStream opened() throws IOException {
        InputStream present = in;
        if (present == null) {
            present = Files.newInputStream(path);
            in = present;
        }
        return present;
    }

    @Override
    public int read() throws IOException {
        return opened().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return opened().read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        InputStream present = in;
        if (present != null) {
            present.close();
        }
    }
}
