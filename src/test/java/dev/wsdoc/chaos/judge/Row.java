package dev.wsdoc.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.util.function.Function;

/**
 * One row of a judge's table: what was seen, and what is said of it.
 *
 * @param observed what the finding's observation contains
 */
record Row(String name, Function<Observations, Finding> judge, Observations seen, Outcome outcome, String observed) {

    void check() {
        Finding finding = judge.apply(seen);

        assertThat(finding.outcome()).as(finding.toString()).isEqualTo(outcome);
        assertThat(finding.observed()).contains(observed);
        assertThat(finding.remedy().isBlank()).isEqualTo(outcome == Outcome.PASS);
    }

    @Override
    public String toString() {
        return name;
    }
}
