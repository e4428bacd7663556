package dev.wsdoc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DefectTest {
    @Test
    void everyDiseaseHasANameAnExplanationAndAFaultThatShowsIt() {
        assertThat(Defect.diseases()).hasSize(26).allSatisfy(defect -> {
            assertThat(defect.label()).matches("[a-z]+(-[a-z]+)*");
            assertThat(defect.explanation()).isNotBlank().doesNotContain("\n");
            assertThat(defect.shownBy())
                    .isNotEmpty()
                    .isSubsetOf("abrupt", "drop", "half-close", "freeze", "polite", "going-away", "bad-utf8");
            assertThat(Defect.parse(defect.label())).isEqualTo(defect);
        });
        assertThat(Defect.named()).hasSize(30).containsAll(Defect.diseases());
        assertThatThrownBy(() -> Defect.parse("flu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flu")
                .hasMessageContaining("no-sweep");
    }

    @Test
    void whatOnlyLooksLikeADiseaseIsHealthy() {
        assertThat(Defect.named())
                .filteredOn(Defect::isHealthy)
                .containsExactlyInAnyOrder(
                        Defect.TEARS_TRACES, Defect.WRAPS_JSON, Defect.GROWS_ONCE, Defect.STALE_BEFORE)
                .allSatisfy(defect -> {
                    assertThat(defect.explanation()).startsWith("healthy: ");
                    assertThat(Defect.parse(defect.label())).isEqualTo(defect);
                });
    }
}
