package dev.wsdoc.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where wsdoc keeps what it remembers between two runs, such as what was typed: {@code $XDG_STATE_HOME/wsdoc}, else {@code
 * ~/.local/state/wsdoc}, on Windows {@code %LOCALAPPDATA%\wsdoc}. Only its owner may read it.
 */
public final class StateFolder {
    private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);

    private StateFolder() {}

    /** A file in it; null where nothing can be kept, which is no reason to fail. */
    public static @Nullable Path file(String name, Console console) {
        try {
            Path folder = folder(console);
            Files.createDirectories(folder);
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.isWritable(file) ? file : null;
        } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
            LOG.debug("No state is kept", e);
            return null;
        }
    }

    private static void create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private static Path folder(Console console) {
        String windows = console.variable("LOCALAPPDATA");
        String chosen = console.variable("XDG_STATE_HOME");
        if (!chosen.isEmpty()) {
            return Path.of(chosen, "wsdoc");
        }
        return windows.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state", "wsdoc")
                : Path.of(windows, "wsdoc");
    }
}
