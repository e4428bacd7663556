package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineCutterTest {
    private static List<String> lines(byte[] bytes, int piece) {
        LineCutter cutter = new LineCutter();
        List<String> lines = new ArrayList<>();
        int count = 0;
        for (int from = 0; from < bytes.length; from += piece) {
            count += cutter.cut(bytes, from, Math.min(bytes.length, from + piece), lines::add);
        }
        count += cutter.end(lines::add);
        assertThat(count).isEqualTo(lines.size());
        return lines;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** However the bytes come, the lines are the same. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 100_000, 1_000_000})
    void piecesMakeNoDifference(int piece) throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.write(bytes("first\n\nthird \u00e9\u20ac\r\n\0\0\0after NULs\nlone \r inside\n"));
        log.write(new byte[] {'b', 'a', 'd', ' ', (byte) 0xff, (byte) 0xc3, '\n'});
        log.write(bytes("x".repeat(LineCutter.LONGEST) + "\n" + "y".repeat(LineCutter.LONGEST + 5) + "\nno end"));

        assertThat(lines(log.toByteArray(), piece))
                .containsExactly(
                        "first",
                        "",
                        "third \u00e9\u20ac",
                        "after NULs",
                        "lone \r inside",
                        "bad \u00ff\u00c3",
                        "x".repeat(LineCutter.LONGEST),
                        "y".repeat(LineCutter.LONGEST) + " [cut: 5 bytes more]",
                        "no end");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "262144, 262144", "262145, 262144"})
    void aLineWithoutAnEndIsHandedOutAtTheEnd(int length, int kept) {
        assertThat(lines(bytes("z".repeat(length)), 4_096))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("z".repeat(kept)));
    }

    @Test
    void nothingIsNoLine() {
        assertThat(lines(bytes(""), 1)).isEmpty();
        assertThat(lines(bytes("\n"), 1)).containsExactly("");
    }

    /** The text behind a gap of gigabytes counts, not the gap. */
    @Test
    void nulsBeforeALineTakeNoRoomFromIt() {
        byte[] hole = new byte[3 * LineCutter.LONGEST];
        LineCutter cutter = new LineCutter();
        List<String> lines = new ArrayList<>();
        cutter.cut(bytes("before\n"), 0, 7, lines::add);
        cutter.cut(hole, 0, hole.length, lines::add);
        cutter.cut(bytes("after\n"), 0, 6, lines::add);
        assertThat(lines).containsExactly("before", "after");
    }

    @Test
    void aCutThroughACharacterMakesNoOtherEncodingOfALine() {
        String line = "x" + "\u00e9".repeat(LineCutter.LONGEST / 2);
        assertThat(lines(bytes(line + "\n"), 1_000))
                .containsExactly("x" + "\u00e9".repeat(LineCutter.LONGEST / 2 - 1) + " [cut: 1 byte more]");
    }
}
