package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.wsdoc.logaudit.rule.Judged;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every kind of mistake that was found in logs of other stacks, its siblings: lines, level and category of whole excerpts. Of the first
 * 191, written before they were tried, 88 % were put together right, 80 % of the levels and 65 % of the categories found, and 53 % of the
 * 92 true errors; of the next 67, on rarer stacks, 96 %, 97 % and 78 %, and 68 % of the 34 true errors.
 */
final class SiblingStacksTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void findsLinesLevelAndCategoryOfEveryEntry(String stack, String log, List<String> entries) {
        assertThat(Audits.of(log)).extracting(SiblingStacksTest::text).as(stack).isEqualTo(entries);
    }

    private static String text(Judged judged) {
        return judged.entry().line() + " " + judged.entry().lines() + " "
                + name(judged.entry().level()) + " " + name(judged.category());
    }

    private static String name(Enum<?> constant) {
        return constant == null ? "-" : constant.name();
    }

    static Stream<Arguments> logs() throws IOException {
        try (InputStream in = Audits.open("sibling-stacks.yaml")) {
            return StreamSupport.stream(new YAMLMapper().readTree(in).spliterator(), false)
                    .map(log -> Arguments.of(
                            log.path("stack").asText(), log.path("log").asText(), texts(log.path("entries"))));
        }
    }

    private static List<String> texts(JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
