package dev.wsdoc.logaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberExpressionTest {
    /** Expression, text, whether it is found, whether other digits could change that. */
    @ParameterizedTest
    @CsvSource({
        "port \\d{4}, port 1234, true, false",
        "code 100[01]\\b, code 1001, true, true",
        "code 100[01]\\b, code 1002, false, true",
        "code 100[01]\\b, no code, false, false",
        "status (?!0)\\d, status 0, false, true",
        "status (?!0)\\d, status x, false, false",
        "exit (?!0\\b|(?:13)7)\\d+, exit x, false, true",
        "error [^0-3], error x, true, true",
        "error [1-5]\\d, error 99, false, true",
        "error [1-5]\\d, error 9, false, false",
    })
    void knowsWhetherOtherDigitsCouldChangeWhatItFinds(String regex, String text, boolean found, boolean byDigits) {
        DigitReading digits = new DigitReading();

        assertThat(new NumberExpression(Match.compile(regex)).finds(text, digits))
                .isEqualTo(found);
        assertThat(digits.hasHappened()).isEqualTo(byDigits);
    }
}
