package dev.wsdoc.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 lines, 0 entries, are",
        "1, 1 line, 1 entry, is",
        "2, 2 lines, 2 entries, are",
    })
    void onlyOneIsSingular(long count, String lines, String entries, String verb) {
        assertThat(Amount.of(count, "line")).isEqualTo(lines);
        assertThat(Amount.of(count, "entry", "entries")).isEqualTo(entries);
        assertThat(Amount.word(count, "is", "are")).isEqualTo(verb);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0 of 1 message", "1, 1, 1 of 1 message", "1, 3, 1 of 3 messages"})
    void aPartIsNamedAfterTheWhole(long part, long all, String words) {
        assertThat(Amount.share(part, all, "message")).isEqualTo(words);
    }
}
