package dev.wsdoc.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.verdict.Check.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Check HOUSE = new Check("log.quiet", "Is it quiet?", Subject.HOUSEKEEPING);
    private static final Check SERVICE = new Check("server.answers", "Does it answer?", Subject.SERVICE);

    private static final Finding PASS = HOUSE.pass("quiet", "quiet");
    private static final Finding WARN = HOUSE.warn("quiet", "a murmur", "hush it");
    private static final Finding FAIL = HOUSE.fail("quiet", "shouting", "hush it");
    private static final Finding UNKNOWN = HOUSE.notChecked("quiet", "no log", "--log FILE");
    private static final Finding SERVES = SERVICE.pass("answers", "answered");

    @Test
    void oneFailureCondemns() {
        assertThat(Verdict.of(List.of(PASS, SERVES, FAIL), Strictness.NORMAL)).isEqualTo(Verdict.UNHEALTHY);
    }

    @Test
    void warningsAndMissingEvidenceCondemnOnlyWhenStrict() {
        assertThat(Verdict.of(List.of(PASS, WARN, UNKNOWN), Strictness.NORMAL)).isEqualTo(Verdict.HEALTHY);
        assertThat(Verdict.of(List.of(PASS, WARN), Strictness.STRICT)).isEqualTo(Verdict.UNHEALTHY);
        assertThat(Verdict.of(List.of(PASS, UNKNOWN), Strictness.STRICT)).isEqualTo(Verdict.UNHEALTHY);
        assertThat(Verdict.of(List.of(PASS, SERVES), Strictness.STRICT)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void aServerWhoseHousekeepingWasNotSeenIsNotCalledHealthy() {
        assertThat(Verdict.of(List.of(SERVES, UNKNOWN), Strictness.NORMAL)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Verdict.of(List.of(), Strictness.NORMAL)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void whatIsNotAPassSaysWhatToDo() {
        assertThatThrownBy(() -> HOUSE.fail("quiet", "loud", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("log.quiet");
    }

    @Test
    void aCheckHasAStableName() {
        assertThatThrownBy(() -> new Check("Log quiet", "?", Subject.SERVICE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Log quiet");
    }
}
