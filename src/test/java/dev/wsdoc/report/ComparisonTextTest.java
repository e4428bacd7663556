package dev.wsdoc.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.report.Comparison.Side;
import dev.wsdoc.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTextTest {
    private static FaultFigures figures(String fault, int noticed, @Nullable Quantiles detectMs) {
        return new FaultFigures(fault, 10, 10, noticed, detectMs, Map.of(), null);
    }

    private static Side before(long unexpectedErrors) {
        return new Side(
                "before",
                Verdict.UNHEALTHY,
                Map.of("ERROR", 120L),
                unexpectedErrors,
                30,
                7,
                List.of(figures("abrupt", 3, null), figures("drop", 10, new Quantiles(5, 8, 12))));
    }

    private static Side after(long unexpectedErrors) {
        return new Side(
                "after",
                Verdict.HEALTHY,
                Map.of("DEBUG", 20L),
                unexpectedErrors,
                0,
                0,
                List.of(figures("abrupt", 10, new Quantiles(1.5, 2, 3)), figures("drop", 10, new Quantiles(4, 6, 9))));
    }

    private static List<String> lines(Side before, Side after) {
        return ComparisonText.lines(Comparison.of(42, before, after), TextStyle.FILE).stream()
                .map(line -> line.strip().replaceAll(" {2,}", " | "))
                .toList();
    }

    @Test
    void putsBothServersSideBySide() {
        assertThat(lines(before(100), after(0)))
                .contains(
                        "before | after",
                        "verdict | unhealthy | healthy",
                        "log lines at ERROR | 120 | 0",
                        "log lines at DEBUG | 0 | 20",
                        "'Unexpected error' entries | 100 | 0",
                        "retries | 30 | 0",
                        "left behind, still listed | 7 | 0",
                        "abrupt noticed | 3 of 10 | 10 of 10",
                        "abrupt time to detect p50, max | - | 1.50 ms, 3.00 ms",
                        "drop time to detect p50, max | 5.00 ms, 12.0 ms | 4.00 ms, 9.00 ms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 | 0 | 'Unexpected error' entries reduced by 100.0 %",
                "3 | 1 | 'Unexpected error' entries reduced by 66.7 %",
                "1 | 2 | 'Unexpected error' entries reduced by -100.0 %",
                "0 | 5 | No unexpected error before, so there is nothing to reduce"
            },
            quoteCharacter = '"')
    void saysWhatItComesTo(long before, long after, String sentence) {
        assertThat(lines(before(before), after(after))).endsWith(sentence);
    }
}
