package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which file was opened, when the log is rotated at just that moment. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class OpenedLogTest {
    @TempDir
    private Path folder;

    /** Renames the log and makes a new one, as logrotate does, before or after it is opened. */
    private FileChannel rotating(Path file, boolean before, List<Integer> opened) throws IOException {
        opened.add(1);
        if (opened.size() > 1) {
            return FileChannel.open(file);
        }
        if (before) {
            rotate(file);
            return FileChannel.open(file);
        }
        FileChannel old = FileChannel.open(file);
        rotate(file);
        return old;
    }

    private void rotate(Path file) throws IOException {
        Files.move(file, folder.resolve("app.log.1"));
        Files.writeString(file, "new\n");
    }

    @Test
    void aLogThatIsRotatedWhileItIsOpenedIsOpenedAgain() throws Exception {
        for (boolean before : List.of(true, false)) {
            Files.deleteIfExists(folder.resolve("app.log.1"));
            Path file = Files.writeString(folder.resolve("app.log"), "older\n");
            List<Integer> opened = new ArrayList<>();

            try (OpenedLog log = OpenedLog.open(file, path -> rotating(path, before, opened))) {
                assertThat(opened).hasSize(2);
                assertThat(log.channel().size()).isEqualTo(4);
                assertThat(log.wasReplaced(file)).isFalse();
            }
        }
    }

    @Test
    void knowsWhenItsNameIsAnotherFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("app.log"), "older\n");
        try (OpenedLog log = OpenedLog.open(file)) {
            assertThat(log.wasReplaced(file)).isFalse();
            Files.delete(file);
            assertThat(log.wasReplaced(file)).isFalse(); // nothing to turn to yet
            Files.writeString(folder.resolve("other"), "new\n");
            Files.move(folder.resolve("other"), file);
            assertThat(log.wasReplaced(file)).isTrue();
        }
    }
}
