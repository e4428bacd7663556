package dev.wsdoc.logaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CompiledRulesTest {
    /** As texts: expressions are equal to nothing else. */
    private static List<String> texts(List<Rule> rules) {
        return rules.stream().map(Rule::toString).toList();
    }

    @Test
    void whatTheBuildMadeSaysTheSameAsWhatIsWritten() throws IOException {
        try (InputStream compiled =
                Objects.requireNonNull(Rules.class.getResourceAsStream(Rules.COMPILED), "the build made none")) {
            assertThat(texts(CompiledRules.read(compiled))).isEqualTo(texts(Rules.written()));
        }
        assertThat(texts(Rules.builtIn().all())).isEqualTo(texts(Rules.written()));
    }

    @Test
    void nothingIsLostOnTheWay() throws IOException {
        List<Rule> written = Rules.written();
        assertThat(written).anyMatch(rule -> rule.upTo() != null).anyMatch(rule -> rule.category() == null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CompiledRules.write(written, bytes);
        List<Rule> read = CompiledRules.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(texts(read)).isEqualTo(texts(written));
        assertThat(read.get(0).match().regex().stream()
                        .map(regex -> regex.flags())
                        .toList())
                .isEqualTo(written.get(0).match().regex().stream()
                        .map(regex -> regex.flags())
                        .toList());
    }
}
