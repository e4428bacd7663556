package dev.wsdoc.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, acb, 1", "abc, ab, 1", "abc, xbc, 1", "kitten, sitting, 3", "'', abc, 3"})
    void countsLettersToChange(String one, String other, int distance) {
        assertThat(Suggestion.distance(one, other)).isEqualTo(distance);
        assertThat(Suggestion.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void suggestsTheNearestNameAndNothingFarFetched() {
        List<String> known = List.of("serve", "status", "cleanup", "help");
        assertThat(Suggestion.of("serv", known)).contains("serve");
        assertThat(Suggestion.of("staus", known)).contains("status");
        assertThat(Suggestion.of("explode", known)).isEmpty();
    }
}
