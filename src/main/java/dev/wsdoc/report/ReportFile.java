package dev.wsdoc.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that a report replaces at one blow: it is written beside its place and moved there, so that a reader never sees
 * half a report and a failure leaves the old one. Where nothing can be moved to (devices, pipes, symbolic links,
 * directories that take no new files) it is written in place.
 */
record ReportFile(Path file) {

    /** What fills the file. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    static boolean isSame(Path one, Path other) throws IOException {
        if (one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())) {
            return true;
        }
        return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    }

    /**
     * Finds out whether the file can be written; creates and changes nothing that stays.
     *
     * @throws IOException with one line that says why not
     */
    void probe() throws IOException {
        Path folder = folder();
        if (Files.isDirectory(file)) {
            throw failure("it is a directory");
        }
        if (!Files.isDirectory(folder)) {
            throw failure((Files.exists(folder) ? "Not a directory '" : "No such directory '") + folder + "'");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw failure("Permission denied");
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            probeFolder();
        }
    }

    private void probeFolder() throws IOException {
        Path draft = draft();
        try {
            Files.createFile(draft);
            Files.delete(draft);
        } catch (IOException e) {
            throw failure(reason(e), e);
        }
    }

    /** @throws IOException with one line that names the file and says why it was not written */
    void write(Content content) throws IOException {
        try {
            if (isReplaceable()) {
                replace(content);
            } else {
                writeInPlace(content);
            }
        } catch (IOException e) {
            throw failure(reason(e), e);
        }
    }

    private boolean isReplaceable() {
        return !Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                || (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isWritable(folder()));
    }

    private void replace(Content content) throws IOException {
        Path draft = draft();
        try {
            try (Writer out = Files.newBufferedWriter(draft, UTF_8, CREATE_NEW, WRITE)) {
                content.writeTo(out);
            }
            keepPermissions(draft);
            moveIntoPlace(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void keepPermissions(Path draft) throws IOException {
        if (Files.exists(file) && Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
        }
    }

    private void moveIntoPlace(Path draft) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void writeInPlace(Content content) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
            content.writeTo(out);
        }
    }

    private Path folder() {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** A new name beside the file; hidden, so that globs such as {@code *.xml} pass it by. */
    private Path draft() {
        return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "Permission denied";
        }
        if (e instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private IOException failure(String reason) {
        return failure(reason, null);
    }

    private IOException failure(String reason, @Nullable IOException cause) {
        return new IOException("cannot write report file " + file + ": " + reason, cause);
    }
}
