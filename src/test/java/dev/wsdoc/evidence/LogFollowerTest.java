package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {
    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();

    private Path log(String content) throws IOException {
        return Files.writeString(folder.resolve("app.log"), content);
    }

    private static void append(Path log, String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }

    @Test
    void beginsAtTheEndAndHandsOutWholeLines() throws IOException {
        Path log = log("old\n");
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            append(log, "one\r\ntw");
            assertThat(follower.poll(lines::add)).isEqualTo(1);
            append(log, "o ö\n");
            follower.poll(lines::add);
        }

        assertThat(lines).containsExactly("one", "two ö");
    }

    @Test
    void followsATruncatedFile() throws IOException {
        Path log = log("a long old content\n");
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            Files.writeString(log, "new\n");
            follower.poll(lines::add);
        }

        assertThat(lines).containsExactly("new");
    }

    @Test
    void followsARotatedFileAndReadsTheRestOfTheOldOne() throws IOException {
        Path log = log("old\n");
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            append(log, "last of the old\n");
            Files.move(log, folder.resolve("app.log.1"));
            follower.poll(lines::add);
            Files.writeString(log, "first of the new\n");
            follower.poll(lines::add);
        }

        assertThat(lines).containsExactly("last of the old", "first of the new");
    }

    @Test
    void aLineThatRotationCutShortIsALineOfItsOwn() throws IOException {
        Path log = log("old\n");
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            append(log, "cut sho");
            follower.poll(lines::add);
            Files.move(log, folder.resolve("app.log.1"));
            Files.writeString(log, "first of the new\n");
            follower.poll(lines::add);
        }

        assertThat(lines).containsExactly("cut sho", "first of the new");
    }

    @Test
    void cutsALineThatHasNoEnd() throws IOException {
        Path log = log("");
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            append(log, "x".repeat(3 << 20) + "\nnext\n");
            follower.poll(lines::add);
        }

        assertThat(lines.get(0)).hasSize(LineCutter.LONGEST_LINE);
        assertThat(lines.get(1)).isEqualTo("next");
    }

    @Test
    void namesWhatCannotBeRead() {
        assertThatThrownBy(() -> LogFollower.fromEnd(folder)).hasMessageContaining("is a directory");
        assertThatThrownBy(() -> LogFollower.fromEnd(folder.resolve("none.log")))
                .hasMessageContaining("none.log");
    }
}
