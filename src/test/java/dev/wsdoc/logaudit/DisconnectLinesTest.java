package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.model.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The lines that popular servers print on a disconnect, each by itself: as it is, and under a level that makes it loud. */
final class DisconnectLinesTest {
    private static final double ENOUGH = 0.95;
    private static final String WRAPPER = "WRAPPER";
    private static final String NO_LINE = "(no line at all)";
    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            Map.entry("closed", "CLOSED"),
            Map.entry("connection reset", "RESET"),
            Map.entry("broken pipe", "BROKEN_PIPE"),
            Map.entry("invalid state", "INVALID_STATE"),
            Map.entry("half-close EOF", "END_OF_STREAM"),
            Map.entry("timeout-no-pong", "NO_PONG"),
            Map.entry("protocol error", "PROTOCOL"),
            Map.entry("oversized", "OVERSIZED"),
            Map.entry("slow consumer", "SLOW_CONSUMER"),
            Map.entry("handshake failure", "HANDSHAKE"),
            Map.entry("resource exhaustion", "RESOURCES"),
            Map.entry("truly unexpected", "UNEXPECTED"),
            Map.entry("normal", "null"),
            Map.entry("wrapper", WRAPPER));

    @Test
    void findsTheCategoryOfBareLines() {
        assertThat(score("bare", UnaryOperator.identity())).isGreaterThanOrEqualTo(ENOUGH);
    }

    @Test
    void findsTheCategoryOfLinesAtTheirLevel() {
        assertThat(score(
                        "at ERROR",
                        text -> text.startsWith("ERROR") ? text : "2026-11-22 19:36:07,123 ERROR app - " + text))
                .isGreaterThanOrEqualTo(ENOUGH);
    }

    private static double score(String name, UnaryOperator<String> log) {
        List<String> wrong = new ArrayList<>();
        int lines = 0;
        for (JsonNode line : Audits.json("disconnect-lines.json")) {
            String text = line.path("text").asText();
            String wanted = CATEGORIES.get(line.path("category").asText());
            boolean normalAtError = wanted.equals("null") && !name.equals("bare");
            if (text.equals(NO_LINE) || normalAtError) {
                continue;
            }
            lines++;
            Category found = Audits.of(log.apply(text)).get(0).category();
            assertHarmIsSeen(wanted, found, text);
            if (!fits(wanted, found)) {
                wrong.add(wanted + " but found " + found + ": " + text);
            }
        }
        double score = 1 - (double) wrong.size() / lines;
        System.out.printf(
                Locale.ROOT,
                "disconnect-lines.json, %s: %d of %d right (%.1f %%)%n",
                name,
                lines - wrong.size(),
                lines,
                100 * score);
        wrong.forEach(System.out::println);
        return score;
    }

    /** A wrapper by itself decides nothing: at ERROR somebody has to look, else it is silent. */
    private static boolean fits(String wanted, Category found) {
        return wanted.equals(WRAPPER)
                ? found == null || found == Category.UNEXPECTED
                : wanted.equals(String.valueOf(found));
    }

    private static void assertHarmIsSeen(String wanted, Category found, String text) {
        if (wanted.equals("UNEXPECTED")) {
            assertThat(found).as(text).isEqualTo(Category.UNEXPECTED);
        }
    }
}
