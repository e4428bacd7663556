package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.rule.Rules;
import dev.wsdoc.model.Category;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AuditSummaryTest {
    @Test
    void countsIncidentsAndLinesByCategoryAndLevel() {
        AuditSummary summary = summary("""
                INFO:     connection open
                ERROR:    send failed
                Traceback (most recent call last):
                  File "/srv/app.py", line 8, in ws
                BrokenPipeError: [Errno 32] Broken pipe
                ERROR:    Broken pipe for client-7
                ERROR:    the sky fell
                WARNING:  what is this
                """);
        assertThat(summary.cells())
                .containsExactly(
                        new AuditSummary.Cell(Category.BROKEN_PIPE, Level.ERROR, 2, 5),
                        new AuditSummary.Cell(Category.UNEXPECTED, Level.ERROR, 1, 1),
                        new AuditSummary.Cell(null, Level.WARN, 1, 1),
                        new AuditSummary.Cell(null, Level.INFO, 1, 1));
        assertThat(summary.incidents()).isEqualTo(5);
        assertThat(summary.lines()).isEqualTo(8);
        assertThat(summary.noise()).isEqualTo(2);
        assertThat(summary.unexpectedErrors()).isEqualTo(1);
        assertThat(summary.unknown()).isEqualTo(1);
    }

    @Test
    void countsASentenceWhoeverItIsSaidOf() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            log.append("ERROR:    Unexpected error sending message to customer_session")
                    .append(i)
                    .append("-")
                    .append(i * 7)
                    .append(": [Errno 32] Broken pipe\n");
        }
        log.append("ERROR:    Broken pipe\n");
        List<NoisySentence> noisiest = summary(log.toString()).noisiest(10);
        assertThat(noisiest).hasSize(2);
        assertThat(noisiest.get(0).incidents()).isEqualTo(50);
        assertThat(noisiest.get(0).sentence())
                .isEqualTo("Unexpected error sending message to <id>: [Errno 32] Broken pipe");
        assertThat(noisiest.get(0).example().line()).isEqualTo(1);
        assertThat(noisiest.get(0).rule()).isEqualTo("broken-pipe.errno");
    }

    @Test
    void keepsTheOftenSaidAmongEndlessDifferentSentences() {
        AuditSummary summary = new AuditSummary();
        LogAuditor auditor = new LogAuditor(Rules.builtIn(), summary);
        for (int i = 0; i < 20_000; i++) {
            auditor.line("ERROR:    sentence " + words(i));
            auditor.line("ERROR:    Broken pipe again");
        }
        auditor.flush();
        List<NoisySentence> noisiest = summary.noisiest(5_000);
        assertThat(noisiest).hasSizeLessThan(2_000);
        assertThat(noisiest.get(0).incidents()).isEqualTo(20_000);
        assertThat(summary.incidents()).isEqualTo(40_000);
    }

    @Test
    void keepsTheRareThatNeedsAHumanAmongEndlessNoise() {
        AuditSummary summary = new AuditSummary();
        LogAuditor auditor = new LogAuditor(Rules.builtIn(), summary);
        auditor.line("ERROR:    the sky fell");
        for (int i = 0; i < 5_000; i++) {
            auditor.line("ERROR:    Broken pipe q" + words(i));
            auditor.line("ERROR:    Broken pipe q" + words(i));
        }
        auditor.flush();
        assertThat(summary.noisiest(5_000))
                .filteredOn(said -> said.judged().needsHuman())
                .extracting(NoisySentence::sentence)
                .containsExactly("the sky fell");
    }

    private static String words(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(
                        c -> "abcdefghijklmnopqrstuvwxyz".substring(Character.digit(c, 26), Character.digit(c, 26) + 1))
                .reduce("", String::concat);
    }

    private static AuditSummary summary(String log) {
        AuditSummary summary = new AuditSummary();
        Audits.of(log).forEach(summary);
        return summary;
    }
}
