package dev.wsdoc.cli.chaos;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The logs of servers that wsdoc starts, in the folder for temporary files: kept where something is wrong, but not for ever. */
final class KeptLog {
    private static final Duration KEPT_FOR = Duration.ofDays(1);
    private static final String NAMES = "wsdoc-{exec,server}-*.log*";

    private KeptLog() {}

    /**
     * A new and empty one; those of runs long ago go.
     *
     * @param who whose it is: exec or server
     */
    static Path create(String who) throws IOException {
        Path log = Files.createTempFile("wsdoc-" + who + "-", ".log");
        Path folder = log.getParent();
        if (folder != null) {
            removeOld(folder, Instant.now().minus(KEPT_FOR));
        }
        return log;
    }

    /** What cannot be removed, such as another user's, stays. */
    static void removeOld(Path folder, Instant before) {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, NAMES)) {
            for (Path log : logs) {
                removeIfOld(log, before);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return; // a folder that may not be listed
        }
    }

    private static void removeIfOld(Path log, Instant before) {
        try {
            if (Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS)
                    && Files.getLastModifiedTime(log).toInstant().isBefore(before)) {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            return; // another's, or gone meanwhile
        }
    }
}
