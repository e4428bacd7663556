package dev.wsdoc.server.manager.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.EndsPage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final Journal journal = new Journal(3);

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            journal.add("c" + (journal.last() + 1), Instant.EPOCH, Category.RESET, null);
        }
    }

    @Test
    void hasNothingToTellAtFirst() {
        assertThat(journal.page(0, 10).ends()).isEmpty();
        assertThat(journal.page(0, 10).last()).isZero();
    }

    @Test
    void pagesOnFromTheLastNumber() {
        add(3);
        EndsPage first = journal.page(0, 2);
        assertThat(first.ends()).extracting(EndsPage.End::id).containsExactly("c1", "c2");
        EndsPage second = journal.page(first.last(), 2);
        assertThat(second.ends()).extracting(EndsPage.End::id).containsExactly("c3");
        assertThat(journal.page(second.last(), 2).last()).isEqualTo(3);
    }

    @Test
    void saysWhenEntriesWereForgotten() {
        add(5);
        EndsPage page = journal.page(1, 10);
        assertThat(page.gap()).isTrue();
        assertThat(page.ends()).extracting(EndsPage.End::id).containsExactly("c3", "c4", "c5");
        assertThat(journal.page(2, 10).gap()).isFalse();
    }

    @Test
    void answersANumberFromTheFutureWithItsOwn() {
        add(2);
        EndsPage page = journal.page(100, 10);
        assertThat(page.ends()).isEmpty();
        assertThat(page.last()).isEqualTo(2);
    }
}
