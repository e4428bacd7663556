package dev.wsdoc.logaudit.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.logaudit.Audits;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.model.Category;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptLinesTest {
    @Test
    void keepsTheFirstAndTheLastLines() {
        KeptLines lines = new KeptLines(200);
        IntStream.range(0, 100).forEach(i -> lines.add("line " + i));
        assertThat(lines.all())
                .startsWith("line 0", "line 1")
                .endsWith("line 98", "line 99")
                .containsOnlyOnce("\t... 80 lines left out");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 39, 40, 41, 79, 80, 200})
    void neverTakesMoreRoomThanThereIs(int line) {
        for (int room : new int[] {100, 200, 1_000}) {
            KeptLines lines = new KeptLines(room);
            for (int i = 0; i < 300; i++) {
                lines.add("x".repeat(line));
                assertThat(String.join("", lines.all()).length() + lines.all().size())
                        .isLessThanOrEqualTo(room);
            }
        }
    }

    @Test
    void takesNothingWhereThereIsNoRoom() {
        KeptLines lines = new KeptLines(0);
        lines.add("some");
        lines.add("");
        assertThat(String.join("\n", lines.all())).hasSizeLessThan(40);
    }

    /** A trace of a recursion that went too deep is longer than what is kept of it. */
    @Test
    void theLastCauseOfAnEndlessTraceDecides() {
        Judged judged = Audits.only(
                "2026-11-22 10:00:00 ERROR app - send failed\njava.lang.RuntimeException: wrapped\n"
                        + "\tat com.example.Recursion.step(Recursion.java:7)\n".repeat(3_000)
                        + "Caused by: java.io.IOException: Broken pipe\n\tat sun.nio.ch.FileDispatcherImpl.write0(Native Method)\n");
        assertThat(judged.category()).isEqualTo(Category.BROKEN_PIPE);
        assertThat(judged.entry().lines()).isEqualTo(3_004);
        assertThat(judged.entry().raw()).hasSizeLessThanOrEqualTo(LogEntry.RAW_LIMIT);
    }
}
