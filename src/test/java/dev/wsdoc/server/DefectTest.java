package dev.wsdoc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DefectTest {
    @Test
    void everyDiseaseHasANameAnExplanationAndAFaultThatShowsIt() {
        assertThat(Defect.diseases()).hasSize(18).allSatisfy(defect -> {
            assertThat(defect.label()).matches("[a-z]+(-[a-z]+)*");
            assertThat(defect.explanation()).isNotBlank().doesNotContain("\n");
            assertThat(defect.shownBy()).isNotEmpty().isSubsetOf("abrupt", "drop", "half-close", "freeze");
            assertThat(Defect.parse(defect.label())).isEqualTo(defect);
        });
        assertThatThrownBy(() -> Defect.parse("flu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flu")
                .hasMessageContaining("no-sweep");
    }
}
