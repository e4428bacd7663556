package dev.wsdoc.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLogTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    private Path folder;

    private void file(String name, Instant changed) throws IOException {
        Files.setLastModifiedTime(Files.createFile(folder.resolve(name)), FileTime.from(changed));
    }

    @Test
    void removesLogsThatAreOldAndNothingElse() throws Exception {
        file("wsdoc-exec-1.log", NOON.minusSeconds(1));
        file("wsdoc-exec-1.log.end", NOON.minusSeconds(1));
        file("wsdoc-server-1.log", NOON.minusSeconds(1));
        file("wsdoc-exec-2.log", NOON);
        file("wsdoc-exec-3.txt", NOON.minusSeconds(1));
        file("app.log", NOON.minusSeconds(1));
        Files.createDirectory(folder.resolve("wsdoc-exec-4.log"));
        Files.setLastModifiedTime(folder.resolve("wsdoc-exec-4.log"), FileTime.from(NOON.minusSeconds(1)));

        KeptLog.removeOld(folder, NOON);

        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("wsdoc-exec-2.log", "wsdoc-exec-3.txt", "app.log", "wsdoc-exec-4.log");
    }

    @Test
    void mindsNoFolderThatIsNotThere() {
        KeptLog.removeOld(folder.resolve("none"), NOON);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makesANewOneEachTime() throws Exception {
        Path one = KeptLog.create("exec");
        Path other = KeptLog.create("exec");

        assertThat(one).isEmptyFile().isNotEqualTo(other);
        Files.delete(one);
        Files.delete(other);
    }
}
