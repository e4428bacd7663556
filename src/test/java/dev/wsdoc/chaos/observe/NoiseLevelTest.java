package dev.wsdoc.chaos.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.logaudit.LogAuditor;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseLevelTest {
    @ParameterizedTest
    @CsvSource({
        "DEBUG, Connection reset by peer, QUIET",
        "INFO, Connection reset by peer, RAISED",
        "WARN, Connection reset by peer, LOUD",
        "ERROR, Connection reset by peer, LOUD",
        "INFO, connection failed (426 Upgrade Required), QUIET",
        "WARN, connection failed (426 Upgrade Required), RAISED",
        "ERROR, connection failed (426 Upgrade Required), LOUD",
        "WARN, Invalid HTTP request received., RAISED",
        "'', Connection reset by peer, RAISED",
        "'', connection failed (426 Upgrade Required), QUIET",
        "INFO, Closed 5 inactive connections, QUIET",
        "INFO, listening on port 8000, QUIET",
    })
    void aClientsMistakeMayBeToldALevelLouderThanItsEnd(String level, String text, NoiseLevel noise) {
        List<Judged> judged = new ArrayList<>();
        LogAuditor auditor = new LogAuditor(Rules.builtIn(), judged::add);
        auditor.line("2026-11-24 16:40:04,643 " + level + " app - " + text);
        auditor.flush();

        assertThat(judged).extracting(NoiseLevel::of).containsExactly(noise);
    }
}
