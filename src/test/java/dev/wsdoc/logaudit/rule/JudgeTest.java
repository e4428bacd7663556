package dev.wsdoc.logaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.logaudit.Audits;
import dev.wsdoc.model.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What wins where an entry says several things. */
final class JudgeTest {
    @Test
    void aDeathWinsAndIsQuoted() {
        Judged judged = Audits.only("ERROR the fan-out worker died: write: broken pipe");
        assertThat(judged.category()).isEqualTo(Category.UNEXPECTED);
        assertThat(judged.why()).contains("It says: died.");
    }

    @Test
    void atDebugADeathIsForTheRecord() {
        assertThat(Audits.only("DEBUG the fan-out worker died: write: broken pipe")
                        .needsHuman())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WARN", "INFO", "ERROR"})
    void aMistakeIsNeverHarmless(String level) {
        assertThat(Audits.category(level + " heartbeat of client 4 lost: TypeError: peer.seen is not a function"))
                .isEqualTo(Category.UNEXPECTED);
    }

    @Test
    void aMistakeThatIsQuotedIsNone() {
        assertThat(Audits.category("INFO user 4 said \"TypeError: peer.seen is not a function\""))
                .isNull();
    }

    @Test
    void anExceptionThatNoRuleKnowsEndsTheSearch() {
        String harmless = """
                2026-11-22 19:36:07.123 ERROR 1 --- [exec-1] c.a.Push : Broken pipe
                java.io.IOException: Broken pipe
                \tat a.B.c(B.java:1)
                """;
        assertThat(Audits.category(harmless)).isEqualTo(Category.BROKEN_PIPE);
        assertThat(Audits.category(harmless + "Caused by: a.GapException: gap")).isEqualTo(Category.UNEXPECTED);
        assertThat(Audits.category(harmless + "\tSuppressed: a.GapException: gap"))
                .isEqualTo(Category.UNEXPECTED);
    }

    @Test
    void whatOnlyGaveUpIsPassedOver() {
        String entry = """
                2026-11-22 19:36:07.123 ERROR 1 --- [exec-1] c.a.Push : push
                java.io.IOException: %s
                \tat a.B.c(B.java:1)
                Caused by: java.util.concurrent.CancellationException
                \tat a.D.e(D.java:1)
                """;
        assertThat(Audits.category(String.format(entry, "Broken pipe"))).isEqualTo(Category.BROKEN_PIPE);
        assertThat(Audits.category(String.format(entry, "stopped"))).isEqualTo(Category.UNEXPECTED);
    }

    @Test
    void wordsAreNoFactAtError() {
        assertThat(Audits.category("WARN ledger of client 9 lost")).isEqualTo(Category.CLOSED);
        assertThat(Audits.category("ERROR ledger of client 9 lost")).isEqualTo(Category.UNEXPECTED);
        assertThat(Audits.category("ERROR client 9 lost: errno 104")).isEqualTo(Category.RESET);
    }

    @Test
    void aPoliteEndIsNoNoiseAtInfo() {
        Judged judged = Audits.only("INFO client 4 closed: code=1001");
        assertThat(judged.category()).isEqualTo(Category.CLOSED);
        assertThat(judged.isNoise()).isFalse();
        assertThat(judged.isUnknown()).isFalse();
        assertThat(Audits.only("WARN client 4 closed: code=1001").isNoise()).isTrue();
        assertThat(Audits.only("INFO client 4 closed: code=1006").isNoise()).isTrue();
    }

    @Test
    void withoutALevelTroubleIsAtLeastUnknown() {
        assertThat(Audits.only("could not load tiles: shard 3 is torn").isUnknown())
                .isTrue();
        assertThat(Audits.only("tiles loaded").isUnknown()).isFalse();
        assertThat(Audits.category("a.ShardException: shard 3 is configured but not mounted\n\tat a.B.c(B.java:1)"))
                .isEqualTo(Category.UNEXPECTED);
    }
}
