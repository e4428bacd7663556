package dev.wsdoc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @Test
    void escapesWhateverIsNotAPlainCharacter() {
        assertThat(Printable.line("a\u001b[31mb\u0007\u007f\u009b\r\n\t\u202e\u2028\ud800\uffff"))
                .isEqualTo("a\\x1b[31mb\\x07\\x7f\\x9b\\r\\n    \\u202e\\u2028\\ud800\\uffff");
        assertThat(Printable.line("grün ✓ 漢字 😀")).isEqualTo("grün ✓ 漢字 😀");
    }

    @Test
    void keepsLineFeedsInBlocks() {
        assertThat(Printable.block("a\r\nb\u001b")).isEqualTo("a\nb\\x1b");
    }

    @Test
    void truncatesBetweenCodePoints() {
        assertThat(Printable.truncate("😀😀😀", 3, "…")).isEqualTo("😀😀😀");
        assertThat(Printable.truncate("😀😀😀😀", 3, "…")).isEqualTo("😀😀…");
        assertThat(Printable.truncate("abcdef", 2, "...")).isEqualTo("...");
    }

    @Test
    void wrapsAtBlanksAndBreaksLongWords() {
        assertThat(Printable.wrap("the quick  brown fox", 9)).isEqualTo(List.of("the quick", "brown fox"));
        assertThat(Printable.wrap("ab 0123456789", 4)).isEqualTo(List.of("ab", "0123", "4567", "89"));
        assertThat(Printable.wrap("", 4)).isEqualTo(List.of(""));
        assertThat(Printable.wrap("12345678", 4)).isEqualTo(List.of("1234", "5678"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 ms",
        "0.4149, 0.41 ms",
        "9.99, 9.99 ms",
        "9.999, 10.0 ms",
        "99.96, 100 ms",
        "999.4, 999 ms",
        "999.6, 1.00 s",
        "59900, 59.9 s",
        "59999, 1 min 0 s",
        "200000, 3 min 20 s",
        "7260000, 2 h 1 min",
        "360000000, 4 d 4 h"
    })
    void saysDurationsWithThreeDigits(double millis, String words) {
        assertThat(Amount.millis(millis)).isEqualTo(words);
    }
}
