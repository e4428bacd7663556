package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SinceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<String> passed = new ArrayList<>();
    private final Since since = new Since(
            NOON, ZoneOffset.UTC, NOON, judged -> passed.add(judged.entry().text()));

    @Test
    void letsPassWhatIsFromThenOrLater() {
        Audits.of("""
                2026-11-22 11:59:59,999 ERROR app - too early
                2026-11-22 12:00:00,000 ERROR app - just in time
                2026-11-22 12:00:01,000 ERROR app - later
                2026-11-22 11:59:59,000 ERROR app - written late, but early
                """).forEach(since);
        assertThat(passed).containsExactly("just in time", "later");
        assertThat(since.entries()).isEqualTo(4);
        assertThat(since.timed()).isEqualTo(4);
    }

    @Test
    void givesAnEntryWithoutATimeThatOfTheOneBefore() {
        Audits.of("""
                ERROR:    before any time
                2026-11-22 11:00:00,000 ERROR app - early
                ERROR:    early too
                2026-11-22 13:00:00,000 ERROR app - late
                ERROR:    late too
                """).forEach(since);
        assertThat(passed).containsExactly("late", "late too");
        assertThat(since.unplaced()).isEqualTo(1);
        assertThat(since.timed()).isEqualTo(2);
    }

    @Test
    void doesNotCarryATimeFromOneLogIntoTheNext() {
        Audits.of("2026-11-22 13:00:00,000 ERROR app - late").forEach(since);
        since.nextLog();
        Audits.of("ERROR:    of another log").forEach(since);
        assertThat(passed).containsExactly("late");
        assertThat(since.unplaced()).isEqualTo(1);
    }

    @Test
    void tellsOfTimesThatNameNoPointInTime() {
        Audits.ofResource("jw.log").forEach(since);
        assertThat(passed).isEmpty();
        assertThat(since.timed()).isZero();
        assertThat(since.unreadable()).isPositive();
        assertThat(since.unreadableExample()).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
    }
}
