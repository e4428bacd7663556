package dev.wsdoc.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.observe.LogSamples;
import dev.wsdoc.chaos.observe.LogSeen;
import dev.wsdoc.chaos.observe.Milestones.Falling;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Was the log quiet? */
class LogJudgeTest {
    private static final Observations HEALTHY = Seen.healthy();
    private static final String COMPLAINT =
            "2026-11-22 20:31:38,123 ERROR app - Unexpected error sending message to 7: Connection reset by peer";
    private static final LogSamples NONE = new LogSamples();
    private static final LogSamples ONE = Seen.samples(COMPLAINT);

    private static Stream<Row> both(String name, Observations seen, Outcome outcome, String observed) {
        return Stream.of(
                row(name, LogJudge::noUnexpectedErrors, seen, outcome, observed),
                row(name, LogJudge::expectedStaysQuiet, seen, outcome, observed));
    }

    private static Row row(
            String name, Function<Observations, Finding> judge, Observations seen, Outcome outcome, String observed) {
        return new Row(name, judge, seen, outcome, observed);
    }

    static Stream<Row> rows() {
        LogSeen silent = Seen.log(0, NONE, NONE, NONE);
        Observations untested = HEALTHY.with(Seen.outcomes(Seen.endedBefore(Seen.ABRUPT)));
        return Stream.of(
                        both("healthy", HEALTHY, Outcome.PASS, "in 7 lines"),
                        both("no log", HEALTHY.with((LogSeen) null), Outcome.NOT_CHECKED, "no log was given"),
                        both("silent", HEALTHY.with(silent), Outcome.NOT_CHECKED, "did not grow at all"),
                        both("nothing was done to anybody", untested, Outcome.NOT_CHECKED, "ended before"),
                        Stream.of(
                                row(
                                        "an unexpected error",
                                        LogJudge::noUnexpectedErrors,
                                        HEALTHY.with(Seen.log(7, ONE, NONE, NONE)),
                                        Outcome.FAIL,
                                        "1 unexpected error in 7 lines (abrupt 1)"),
                                row(
                                        "loud",
                                        LogJudge::expectedStaysQuiet,
                                        HEALTHY.with(Seen.log(7, NONE, ONE, NONE)),
                                        Outcome.FAIL,
                                        "1 entry at WARN or ERROR tells of expected ends (abrupt 1)"),
                                row(
                                        "raised",
                                        LogJudge::expectedStaysQuiet,
                                        HEALTHY.with(Seen.log(7, NONE, NONE, ONE)),
                                        Outcome.WARN,
                                        "louder than need be (abrupt 1)"),
                                row("falls quiet", LogJudge::fallsQuiet, HEALTHY, Outcome.PASS, "it fell quiet"),
                                row(
                                        "keeps on",
                                        LogJudge::fallsQuiet,
                                        HEALTHY.with(Seen.milestones().withFalling(Falling.KEPT_ON)),
                                        Outcome.FAIL,
                                        "kept telling of disconnects"),
                                row(
                                        "was not waited for",
                                        LogJudge::fallsQuiet,
                                        HEALTHY.with(Seen.milestones().withFalling(Falling.NOT_WAITED_FOR)),
                                        Outcome.NOT_CHECKED,
                                        "ended before"),
                                row(
                                        "no log to fall quiet",
                                        LogJudge::fallsQuiet,
                                        HEALTHY.with((LogSeen) null),
                                        Outcome.NOT_CHECKED,
                                        "no log was given"),
                                row(
                                        "nothing was ever said",
                                        LogJudge::fallsQuiet,
                                        HEALTHY.with(silent),
                                        Outcome.NOT_CHECKED,
                                        "did not grow at all")))
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        row.check();
    }

    @Test
    void quotesWhatItBlames() {
        Finding finding = LogJudge.noUnexpectedErrors(HEALTHY.with(Seen.log(7, ONE, NONE, NONE)));

        assertThat(finding.evidence()).containsExactly("line 1: " + COMPLAINT);
    }
}
