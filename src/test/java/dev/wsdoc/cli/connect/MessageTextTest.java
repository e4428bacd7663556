package dev.wsdoc.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.cli.connect.MessageText.Came;
import dev.wsdoc.report.Glyphs;
import dev.wsdoc.report.Palette;
import dev.wsdoc.report.TextStyle;
import dev.wsdoc.talk.Said;
import dev.wsdoc.talk.TalkListener;
import dev.wsdoc.wire.frame.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTextTest {
    private static final String TIME = "[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}";

    private static List<String> text(String text) {
        return lines(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8), 100, Palette.PLAIN);
    }

    private static List<String> lines(Opcode opcode, byte[] bytes, int columns, Palette palette) {
        return new MessageText(new TextStyle(palette, Glyphs.UNICODE, columns))
                .lines(new Came(Instant.EPOCH, new Said(opcode, ByteBuffer.wrap(bytes)), bytes.length, 420_000));
    }

    @Test
    void aShortTextIsALineWithItsTimeSizeAndRoundTrip() {
        assertThat(text("hello")).singleElement().asString().matches(TIME + " < hello  5 B · 0[.]42 ms");
    }

    @Test
    void whatAnswersNothingHasNoRoundTrip() {
        Came came = new Came(Instant.EPOCH, Said.text("x"), 1, TalkListener.NO_ROUND_TRIP);
        assertThat(new MessageText(TextStyle.FILE).lines(came).get(0)).endsWith(" < x  1 B");
    }

    @Test
    void nothingInItSteersTheTerminal() {
        assertThat(text("\u001b[2J\u202e\u0007\u009b31m\u200b\r").get(0))
                .contains(" < \\x1b[2J\\u202e\\x07\\x9b31m\\u200b  ");
    }

    @Test
    void linesStayLines() {
        assertThat(text("a\nb\u001b")).hasSize(3).endsWith("b\\x1b");
        assertThat(text("x\n".repeat(5_000))).hasSize(102).last().isEqualTo("… 4900 more lines");
    }

    @Test
    void jsonIsIndentedAndColoured() {
        assertThat(text(" {\"a\": [1, {}, []], \"b\\u001b\": \"\\u202e\"} "))
                .hasSize(9)
                .containsSubsequence(
                        "{", "  \"a\": [", "    1,", "    {},", "    []", "  ],", "  \"b\\u001B\": \"\\u202e\"", "}");
        assertThat(lines(Opcode.TEXT, "[true, -1, \"s\"]".getBytes(StandardCharsets.UTF_8), 80, Palette.ANSI))
                .contains("  \u001b[2mtrue\u001b[0m,", "  \u001b[33m-1\u001b[0m,", "  \u001b[32m\"s\"\u001b[0m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1} {"b":2}
            {"a":1
            [1,]
            {nonsense}
            """)
    void whatOnlyLooksLikeJsonIsText(String text) {
        assertThat(text(text)).singleElement().asString().contains(" < " + text);
    }

    @Test
    void deepJsonIsNoTrouble() {
        assertThat(text("[".repeat(30_000))).hasSize(1);
        assertThat(text("[".repeat(900) + "]".repeat(900))).hasSize(102);
    }

    @Test
    void bytesAreDumped() {
        byte[] bytes = "ABC\0\u001b".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(lines(Opcode.BINARY, bytes, 100, Palette.PLAIN))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(" < binary · 5 B · 0.42 ms"),
                        line -> assertThat(line).isEqualTo("00000000  41 42 43 00 1b " + "   ".repeat(11) + "|ABC..|"));
        assertThat(lines(Opcode.BINARY, bytes, 60, Palette.PLAIN).get(1)).hasSize(10 + 8 * 3 + 7);
        assertThat(lines(Opcode.BINARY, bytes, 20, Palette.PLAIN)).hasSize(4).contains("00000002  43 00 |C.|");
        assertThat(lines(Opcode.BINARY, new byte[10_000], 100, Palette.PLAIN)).hasSize(17);
        assertThat(lines(Opcode.BINARY, new byte[0], 100, Palette.PLAIN)).hasSize(1);
    }

    @Test
    void aHugeMessageIsASummary() {
        Said head = Said.text("x".repeat(MessageText.MOST_READ));
        assertThat(new MessageText(TextStyle.FILE).lines(new Came(Instant.EPOCH, head, 50_000_000, -1)))
                .singleElement()
                .asString()
                .hasSizeLessThan(300)
                .endsWith("x…  50.0 MB");
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1000,1.0 kB", "999949,999.9 kB", "999950,1.0 MB", "1234567,1.2 MB"})
    void sizesHaveAFewDigits(long bytes, String text) {
        assertThat(MessageText.size(bytes)).isEqualTo(text);
    }
}
