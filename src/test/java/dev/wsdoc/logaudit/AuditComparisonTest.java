package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.logaudit.AuditComparison.Change;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.model.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuditComparisonTest {
    @ParameterizedTest
    @CsvSource({"4, 1, 75.0", "4, 0, 100.0", "4, 4, 0.0", "4, 6, -50.0", "0, 0, ", "0, 3, "})
    void reducesInPerCentOfWhatWasBefore(long before, long after, Double percent) {
        assertThat(AuditComparison.reductionPercent(before, after)).isEqualTo(percent);
    }

    @Test
    void putsTheCellsOfBothLogsSideBySide() {
        AuditSummary before = summary("ERROR:    Broken pipe\nERROR:    Broken pipe\nINFO:     hello\n");
        AuditSummary after = summary("DEBUG:    Broken pipe\nINFO:     hello\nERROR:    Broken pipe\n");
        assertThat(AuditComparison.of(before, after))
                .containsExactly(
                        new Change(Category.BROKEN_PIPE, Level.ERROR, 2, 1),
                        new Change(Category.BROKEN_PIPE, Level.DEBUG, 0, 1),
                        new Change(null, Level.INFO, 1, 1));
    }

    private static AuditSummary summary(String log) {
        AuditSummary summary = new AuditSummary();
        Audits.of(log).forEach(summary);
        return summary;
    }
}
