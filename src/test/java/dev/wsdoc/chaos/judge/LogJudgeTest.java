package dev.wsdoc.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.observe.LogSamples;
import dev.wsdoc.chaos.observe.LogSeen;
import dev.wsdoc.chaos.observe.LogSeen.Growth;
import dev.wsdoc.chaos.observe.Milestones.Falling;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    private static Observations growing(long lines, long bytes, long unread) {
        return HEALTHY.with(Seen.log().growing(new Growth(lines, bytes, unread, ONE), Map.of()));
    }

    private static Observations broken(LogSeen log) {
        return HEALTHY.with(log.read(List.of(), List.of(), "the disk of the log a.log is full", Duration.ZERO));
    }

    private static Stream<Row> all(String name, Observations seen, Outcome outcome, String observed) {
        return Stream.of(
                row(name, LogJudge::noUnexpectedErrors, seen, outcome, observed),
                row(name, LogJudge::expectedStaysQuiet, seen, outcome, observed),
                row(name, LogJudge::proportionate, seen, outcome, observed));
    }

    private static Row row(
            String name, Function<Observations, Finding> judge, Observations seen, Outcome outcome, String observed) {
        return new Row(name, judge, seen, outcome, observed);
    }

    static Stream<Row> rows() {
        LogSeen silent = Seen.log(0, NONE, NONE, NONE);
        Observations untested = HEALTHY.with(Seen.outcomes(Seen.endedBefore(Seen.ABRUPT)));
        return Stream.of(
                        all("cannot be read", broken(Seen.log()), Outcome.NOT_CHECKED, "disk of the log a.log is full"),
                        Stream.of(
                                row(
                                        "cannot be read any more, but was loud before",
                                        LogJudge::expectedStaysQuiet,
                                        broken(Seen.log(7, NONE, ONE, NONE)),
                                        Outcome.FAIL,
                                        "1 entry at WARN or ERROR"),
                                row(
                                        "cannot be read, so it may have kept on",
                                        LogJudge::fallsQuiet,
                                        broken(Seen.log()),
                                        Outcome.NOT_CHECKED,
                                        "disk of the log a.log is full"),
                                row(
                                        "50 lines a victim",
                                        LogJudge::proportionate,
                                        growing(200, 20_000, 0),
                                        Outcome.PASS,
                                        "it grew by 200 lines for 4 victims"),
                                row(
                                        "more than 50 lines a victim",
                                        LogJudge::proportionate,
                                        growing(201, 20_000, 0),
                                        Outcome.FAIL,
                                        "it grew by 201 lines for 4 victims (abrupt 1)"),
                                row(
                                        "few lines, but long ones",
                                        LogJudge::proportionate,
                                        growing(20, 10 << 20, 1),
                                        Outcome.FAIL,
                                        "1 MiB more that were not read"),
                                row(
                                        "watched",
                                        LogJudge::noUnexpectedErrors,
                                        HEALTHY.with(
                                                Seen.log().read(List.of(), List.of(), null, Duration.ofSeconds(3))),
                                        Outcome.PASS,
                                        "none in 7 lines, watched for 3.00 s afterwards")),
                        all("healthy", HEALTHY, Outcome.PASS, "7 lines"),
                        all("no log", HEALTHY.with((LogSeen) null), Outcome.NOT_CHECKED, "no log was given"),
                        all("silent", HEALTHY.with(silent), Outcome.NOT_CHECKED, "did not grow at all"),
                        all("nothing was done to anybody", untested, Outcome.NOT_CHECKED, "ended before"),
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
