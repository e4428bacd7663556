package dev.wsdoc.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wsdoc.evidence.LogTail.Polled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that is appended to by others, as by a server's process. */
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class BoundedLogTest {
    private static final BoundedLog.Bounds SMALL = new BoundedLog.Bounds(10_000, 5_000, 50_000, 2_000_000);
    private static final int LINE = 20;

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private BoundedLog log;
    private int written;

    @BeforeEach
    void begin() throws IOException {
        file = Files.createFile(folder.resolve("server.log"));
        log = BoundedLog.unwatched(file, SMALL);
    }

    @AfterEach
    void end() throws IOException {
        log.close();
    }

    private static String line(int number) {
        return String.format("line %014d", number);
    }

    /** Appends lines of 20 bytes with their numbers. */
    private void write(int count) throws IOException {
        String lines = IntStream.range(written, written + count)
                .mapToObj(number -> line(number) + "\n")
                .collect(Collectors.joining());
        Files.writeString(file, lines, StandardOpenOption.APPEND);
        written += count;
    }

    private void writeUntilItIsCut() throws IOException {
        long before = log.cuts().removed();
        write(3_000);
        log.look();
        assertThat(log.cuts().removed()).isGreaterThan(before);
    }

    private static List<String> read(LogTail tail) throws IOException {
        List<String> lines = new ArrayList<>();
        Polled polled = tail.poll(100_000, () -> false, lines::add);
        while (polled.hasMore()) {
            polled = tail.poll(100_000, () -> false, lines::add);
        }
        return lines;
    }

    private static List<String> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(BoundedLogTest::line).toList();
    }

    @Test
    void keepsBeginningAndEndAndSaysHowMuchIsMissing() throws Exception {
        for (int i = 0; i < 5; i++) {
            writeUntilItIsCut();
        }
        write(10);
        log.close();

        String kept = Files.readString(file);
        assertThat(kept).startsWith(line(0) + "\n").endsWith(line(written - 1) + "\n");
        Matcher marker =
                Pattern.compile("\n\\[wsdoc: (\\d+) bytes are missing here]\n").matcher(kept);
        assertThat(marker.find()).isTrue();
        long missing = Long.parseLong(marker.group(1));
        assertThat(missing).isEqualTo(log.missing());
        assertThat(kept.length() - marker.group().length() + missing).isEqualTo((long) written * LINE);
        assertThat(kept).hasSizeLessThan(10_000 + 5_000 + 50_000);
        assertThat(folder.toFile().list()).containsExactly("server.log");
    }

    @Test
    void leavesASmallLogAlone() throws Exception {
        write(100);
        log.close();

        assertThat(file).hasContent(String.join("\n", lines(0, 100)) + "\n");
        assertThat(log.missing()).isZero();
    }

    @Test
    void isReadAcrossCutsButForTheLineAfterEach() throws Exception {
        List<String> seen = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        try (LogTail tail = log.tail("the output")) {
            for (int i = 0; i < 20; i++) {
                boolean wasCut = written > 0 && isCut();
                expected.addAll(lines(written + (wasCut ? 1 : 0), written + 1_000));
                write(1_000);
                seen.addAll(read(tail));
            }
            assertThat(log.cuts().removed()).isGreaterThan(200_000);
            assertThat(seen).hasSameSizeAs(expected).isEqualTo(expected);
            assertThat(tail.remark())
                    .startsWith("the output grew faster than it could be read: " + (written - seen.size()) * LINE
                            + " bytes");
        }
    }

    private boolean isCut() {
        long before = log.cuts().removed();
        log.look();
        return log.cuts().removed() > before;
    }

    @Test
    void saysHowMuchWasCutOutUnreadAndGoesOnWithAWholeLine() throws Exception {
        try (LogTail tail = log.tail("the output")) {
            write(5);
            assertThat(read(tail)).isEqualTo(lines(0, 5));
            writeUntilItIsCut();
            write(100);

            List<String> seen = read(tail);
            Matcher remark = Pattern.compile(
                            "the output grew faster than it could be read: (\\d+) bytes of it were not read; .*")
                    .matcher(tail.remark());
            assertThat(remark.matches()).as(tail.remark()).isTrue();
            long lost = Long.parseLong(remark.group(1));
            assertThat(seen)
                    .startsWith(line(5))
                    .endsWith(line(written - 1))
                    .allMatch(line -> line.length() == LINE - 1);
            assertThat(lost).isEqualTo(3_005L * LINE - 10_000 + LINE);
        }
    }

    @Test
    void tearsNoLineHoweverFastItGrows() throws Exception {
        try (BoundedLog watched = BoundedLog.begin(file, SMALL);
                LogTail tail = watched.tail("the output")) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 200; i++) {
                    writeUnchecked();
                }
            });
            List<String> seen = new ArrayList<>();
            while (!writing.isDone()) {
                seen.addAll(read(tail));
            }
            writing.get(1, TimeUnit.SECONDS);
            seen.addAll(read(tail));

            assertThat(watched.cuts().removed()).isPositive();
            assertThat(seen).filteredOn(line -> !line.matches("line [0-9]{14}")).isEmpty();
            assertThat(IntStream.range(1, seen.size())
                            .filter(i -> seen.get(i - 1).compareTo(seen.get(i)) >= 0))
                    .isEmpty();
        }
    }

    private void writeUnchecked() {
        try {
            write(500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void beginsBehindWhatIsThere() throws Exception {
        writeUntilItIsCut();
        write(7);
        try (LogTail tail = log.tail("the output")) {
            write(3);
            assertThat(read(tail)).isEqualTo(lines(written - 3, written));
            assertThat(tail.source()).isEqualTo("the output");
        }
    }

    @Test
    void startsAnewWhenItsWriterTruncatesIt() throws Exception {
        write(50);
        try (LogTail tail = log.tail("the output")) {
            Files.writeString(file, "anew\n", UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
            assertThat(read(tail)).isEmpty();
            assertThat(read(tail)).containsExactly("anew");
        }
    }

    @Test
    void refusesBoundsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoundedLog.Bounds(10, 10, 15, 20))
                .withMessageContaining("10 + 10, 15, 20");
    }
}
