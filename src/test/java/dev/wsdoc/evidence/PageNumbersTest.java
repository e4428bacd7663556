package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two moments of a page: which of its numbers may count connections. */
class PageNumbersTest {
    private static PageNumbers numbers(Object... placesAndNumbers) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (int i = 0; i < placesAndNumbers.length; i += 2) {
            numbers.put((String) placesAndNumbers[i], ((Integer) placesAndNumbers[i + 1]).longValue());
        }
        return new PageNumbers(numbers);
    }

    @Test
    void onlyWhatMovedByExactlySoMuchIsACandidate() {
        PageNumbers before = numbers("/a", 2, "/b", 2, "/c", 2, "/d", 2, "/e", 2);
        PageNumbers after = numbers("/a", 5, "/b", 4, "/c", 6, "/d", 5, "/new", 3);

        assertThat(after.movedBy(3, before, before.byPlace().keySet())).containsExactly("/a", "/d");
        assertThat(after.movedBy(3, before, Set.of("/d"))).containsExactly("/d");
        assertThat(before.movedBy(-3, after, Set.of("/a", "/b"))).containsExactly("/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process_open_fds",
                "go_goroutines",
                "jvm_threads_live_threads",
                "nodejs_active_handles_total",
                "/fds",
                "/memory/open_fd_count",
                "/runtime/threads"
            })
    void whatConnectionsAreMadeOfDoesNotCountThem(String place) {
        PageNumbers after = numbers(place, 8, "/connections", 8);
        assertThat(after.movedBy(8, numbers(place, 0, "/connections", 0), Set.of(place, "/connections")))
                .containsExactly("/connections");
    }

    @Test
    void ofSeveralTheLikeliestIsCalledSoThenTheGreatestThenTheFirst() {
        PageNumbers page = numbers("/idle", 90, "/clients/room", 8, "/clients/all", 20, "/clients/open", 20, "/x", 7);

        assertThat(page.likeliest(Set.of("/idle", "/clients/room", "/clients/open", "/clients/all")))
                .contains("/clients/all");
        assertThat(page.likeliest(Set.of("/x", "/idle"))).contains("/idle");
        assertThat(page.likeliest(Set.of())).isEmpty();
    }
}
