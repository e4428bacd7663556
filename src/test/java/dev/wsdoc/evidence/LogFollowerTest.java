package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.evidence.encoding.Encoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
            assertThat(read(follower)).isEqualTo(1);
            append(log, "o ö\n");
            read(follower);
        }

        assertThat(lines).containsExactly("one", "two ö");
    }

    @Test
    void followsATruncatedFile() throws IOException {
        Path log = log("a long old content\n");
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            Files.writeString(log, "new\n");
            read(follower);
        }

        assertThat(lines).containsExactly("new");
    }

    @Test
    void followsARotatedFileAndReadsTheRestOfTheOldOne() throws IOException {
        Path log = log("old\n");
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            append(log, "last of the old\n");
            Files.move(log, folder.resolve("app.log.1"));
            read(follower);
            Files.writeString(log, "first of the new\n");
            read(follower);
        }

        assertThat(lines).containsExactly("last of the old", "first of the new");
    }

    @Test
    void aLineThatRotationCutShortIsALineOfItsOwn() throws IOException {
        Path log = log("old\n");
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            append(log, "cut sho");
            read(follower);
            Files.move(log, folder.resolve("app.log.1"));
            Files.writeString(log, "first of the new\n");
            read(follower);
        }

        assertThat(lines).containsExactly("cut sho", "first of the new");
    }

    @Test
    void cutsALineThatHasNoEnd() throws IOException {
        Path log = log("");
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            append(log, "x".repeat(3 << 20) + "\nnext\n");
            read(follower);
        }

        assertThat(lines.get(0)).isEqualTo("x".repeat(LineCutter.LONGEST) + " [cut: 2883584 bytes more]");
        assertThat(lines.get(1)).isEqualTo("next");
    }

    @Test
    void namesWhatCannotBeRead() {
        assertThatThrownBy(() -> LogFollower.fromEnd(folder)).hasMessageContaining("is a directory");
        assertThatThrownBy(() -> LogFollower.fromEnd(folder.resolve("none.log")))
                .hasMessageContaining("none.log");
    }

    /** What one poll reads is bounded, and what is left comes with the next. */
    @Test
    void stopsWhenItIsToldTo() throws Exception {
        Path log = Files.createFile(folder.resolve("much.log"));
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            Files.writeString(log, "0123456789\n".repeat(20_000)); // 220 kB: four reads

            LogTail.Polled first = follower.poll(1, () -> false, lines::add);
            LogTail.Polled second = follower.poll(1_000_000, () -> true, lines::add);
            int rest = read(follower);

            assertThat(first.lines()).isBetween(1, 10_000);
            assertThat(first.hasMore()).isTrue();
            assertThat(second.lines()).isBetween(1, 10_000);
            assertThat(second.hasMore()).isTrue();
            assertThat(first.lines() + second.lines() + rest).isEqualTo(20_000);
        }
    }

    /** A log that grows faster than anybody reads: only its newest whole lines. */
    @Test
    void letsGoOfAllButTheNewestPart() throws Exception {
        Path log = log("old\n");
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            append(log, "begun");
            read(follower);
            append(log, "0123456789\n".repeat(1_000));

            assertThat(follower.letGo(100)).isEqualTo(10_900);
            assertThat(read(follower)).isEqualTo(9);
            assertThat(follower.letGo(100)).isZero();
            append(log, "next\n");
            read(follower);
        }

        assertThat(lines)
                .startsWith("0123456789")
                .endsWith("0123456789", "next")
                .hasSize(10);
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        Path log = log("old\n");
        long[] room = {1 << 20};
        try (LogFollower follower = LogFollower.fromEnd(log, file -> room[0])) {
            assertThat(follower.obstacle()).isNull();
            room[0] = 0;
            assertThat(follower.obstacle())
                    .isEqualTo("the disk of the log " + log + " is full, so the server cannot write it");
        }
    }

    /** The new file may be one that only another user reads: it is asked for again, and what is wrong is said. */
    @Test
    void saysWhyTheFileAfterARotationCannotBeRead() throws Exception {
        Path log = log("old\n");
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            Files.move(log, folder.resolve("app.log.1"));
            Files.createDirectory(log);

            assertThatThrownBy(() -> read(follower)).hasMessageContaining("is a directory");
            assertThatThrownBy(() -> read(follower)).hasMessageContaining("is a directory");
            Files.delete(log);
            Files.writeString(log, "first of the new\n");
            read(follower);
        }

        assertThat(lines).containsExactly("first of the new");
    }

    private int read(LogTail tail) throws IOException {
        int count = 0;
        LogTail.Polled polled = tail.poll(1_000_000, () -> false, lines::add);
        count += polled.lines();
        while (polled.hasMore()) {
            polled = tail.poll(1_000_000, () -> false, lines::add);
            count += polled.lines();
        }
        return count;
    }

    @Test
    void readsFromTheStartIfItIsToldTo() throws IOException {
        Path log = log("old\n");
        try (LogFollower follower = LogFollower.fromStart(log, Encoding.FOUND_OUT)) {
            append(log, "new\n");
            read(follower);
        }

        assertThat(lines).containsExactly("old", "new");
    }

    @Test
    void followsWhatWindowsRedirects() throws IOException {
        Path log = Files.write(folder.resolve("app.log"), "\ufeffold\r\n".getBytes(StandardCharsets.UTF_16LE));
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            Files.write(log, "n\u00e9w\r\n".getBytes(StandardCharsets.UTF_16LE), StandardOpenOption.APPEND);
            read(follower);
            Files.writeString(log, "plain\n"); // another program writes it now
            read(follower);
        }

        assertThat(lines).containsExactly("n\u00e9w", "plain");
    }

    @Test
    void handsOutAnUnfinishedLineWhenNobodyWillAskAgain() throws IOException {
        Path log = log("");
        try (LogFollower follower = LogFollower.fromEnd(log)) {
            append(log, "last words");
            read(follower);
            assertThat(lines).isEmpty();
            follower.finish(lines::add);
        }

        assertThat(lines).containsExactly("last words");
    }
}
