package dev.wsdoc.logaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DigitMaskTest {
    private static final DigitMask MASK = new DigitMask(Stream.of("errno 104", ":5432", "1000000", "urllib3*", "\" 4*")
            .map(Literal::of)
            .toList());

    @ParameterizedTest
    @CsvSource({
        "client 77 is gone, client __ is gone",
        "from 10.0.0.12:51234, from __.0.0.__:_____",
        "[Errno 104] of 105, [Errno 104] of ___",
        "db:5432 not db:05432, db:5432 not db:_____",
        "1000000 and 1000001, 1000000 and _______",
        "room4711 x4711 #4711, room4711 x4711 #____",
    })
    void masksTheNumbersThatNoLiteralHas(String text, String masked) {
        assertThat(MASK.mask(text)).isEqualTo(masked.replace('_', '\u007f'));
    }

    @Test
    void leavesNumbersWhoseBeginningIsAskedFor() {
        assertThat(MASK.mask("\"GET\" 404 504")).isEqualTo("\"GET\" 404 \u007f\u007f\u007f");
    }

    @Test
    void masksNothingWhereALiteralAsksForAnEndOrTheMaskIsText() {
        DigitMask ends = new DigitMask(Stream.of("*55").map(Literal::of).toList());

        assertThat(ends.mask("1234")).isNull();
        assertThat(MASK.mask("1234\u007f")).isNull();
    }
}
