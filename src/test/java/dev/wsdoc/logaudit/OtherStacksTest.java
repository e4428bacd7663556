package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.model.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Entries of servers that the first rules were not written for, each with its source. They were collected in four rounds and tried
 * before a rule was changed for them. At the first try 165 of 208 were right in round 1, 71 of 88 in round 2, 77 of 106 in round 3
 * (near-misses, written to mislead the rules), 31 of 39 in round 4 (languages and libraries that had not been looked at before).
 */
final class OtherStacksTest {
    private static final double ENOUGH = 0.98;

    @Test
    void findsTheCategoryInStacksBeyondTheFirstExamples() {
        List<String> wrong = new ArrayList<>();
        JsonNode entries = Audits.json("other-stacks.json");
        for (JsonNode entry : entries) {
            String text = entry.path("text").asText();
            String wanted = entry.path("category").isNull()
                    ? "null"
                    : entry.path("category").asText();
            List<Judged> judged = Audits.of(text);
            Category found = judged.get(0).category();
            if (wanted.equals("UNEXPECTED")) {
                assertThat(found == null || !found.isExpected()).as(text).isTrue();
            }
            if (judged.size() > 1 || !wanted.equals(String.valueOf(found))) {
                wrong.add(wanted + " but found " + found + ": " + text);
            }
        }
        System.out.printf(
                Locale.ROOT, "other-stacks.json: %d of %d right%n", entries.size() - wrong.size(), entries.size());
        wrong.forEach(System.out::println);
        assertThat(1 - (double) wrong.size() / entries.size()).isGreaterThanOrEqualTo(ENOUGH);
    }
}
