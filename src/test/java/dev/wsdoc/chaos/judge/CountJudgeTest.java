package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.CountsSeen;
import dev.wsdoc.chaos.observe.CountsSeen.Cleanup;
import dev.wsdoc.chaos.observe.Milestones;
import dev.wsdoc.chaos.observe.Milestones.Opened;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.CountSource.Cleaned;
import dev.wsdoc.evidence.CountSource.Counts;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Do the counts agree with what was done: by wsdoc's own status page, by a foreign one, by none. */
class CountJudgeTest {
    private static final Observations HEALTHY = Seen.healthy();
    private static final CountsSeen.Reference COUNTS = Seen.reference();
    private static final ServerStats BEFORE = Seen.stats(2, 0, 2, 0);

    private static Row row(
            String name, Function<CountJudge, Finding> check, Observations seen, Outcome outcome, String observed) {
        return new Row(name, all -> check.apply(CountJudge.of(all)), seen, outcome, observed);
    }

    private static Observations opened(ServerStats stats) {
        return HEALTHY.with(
                new CountsSeen.Reference(BEFORE, stats, COUNTS.cleanup(), COUNTS.samples(), false, List.of()));
    }

    private static Observations cleanup(Cleanup cleanup) {
        return HEALTHY.with(
                new CountsSeen.Reference(BEFORE, COUNTS.opened(), cleanup, COUNTS.samples(), false, List.of()));
    }

    private static Observations cleanup(ServerStats before, int cleaned, ServerStats after) {
        return cleanup(new Cleanup(before, new Answer.Given<>(Seen.answer(cleaned)), after));
    }

    private static Observations samples(ServerStats... samples) {
        return HEALTHY.with(new CountsSeen.Reference(
                BEFORE, COUNTS.opened(), COUNTS.cleanup(), List.of(samples), false, List.of()));
    }

    static Stream<Row> reference() {
        Milestones some = Seen.milestones()
                .withOpened(new Opened(
                        9, 8, 4, List.of(new OpenFailure(OpenFailure.Kind.TIMEOUT, "no answer within 10 s", null))));
        ServerStats stale = Seen.stats(10, 4, 10, 0);
        ServerStats swept = Seen.stats(6, 0, 10, Map.of(RemovalPath.SWEPT, 1L, RemovalPath.CLEANED, 3L), 0, true);
        ServerStats noSweep = Seen.stats(6, 0, 10, Map.of(RemovalPath.CLEANED, 4L), 0, false);
        CountsSeen silent = new CountsSeen.Reference(
                BEFORE, null, null, List.of(), false, List.of("http://127.0.0.1/ answers 500"));
        return Stream.of(
                row("all counted", CountJudge::openedAgrees, HEALTHY, Outcome.PASS, "10 live, 8 newly opened"),
                row("one missing", CountJudge::openedAgrees, opened(Seen.stats(9, 0, 9, 0)), Outcome.FAIL, "9 live, 7"),
                row(
                        "one too many",
                        CountJudge::openedAgrees,
                        opened(Seen.stats(10, 0, 11, 1)),
                        Outcome.FAIL,
                        "9 newly"),
                row(
                        "one refused",
                        CountJudge::openedAgrees,
                        HEALTHY.with(some),
                        Outcome.WARN,
                        "1 of 9 could not be opened"),
                row(
                        "the page fell silent",
                        CountJudge::openedAgrees,
                        HEALTHY.with(silent),
                        Outcome.FAIL,
                        "and then no more: http://127.0.0.1/ answers 500"),
                row("all stale", CountJudge::staleMatches, HEALTHY, Outcome.PASS, "4 stale + 0 removed as dead = 4"),
                row(
                        "some swept already",
                        CountJudge::staleMatches,
                        cleanup(Seen.stats(7, 1, 10, Map.of(RemovalPath.SWEPT, 3L), 0, true), 1, swept),
                        Outcome.PASS,
                        "1 stale + 3 removed as dead = 4"),
                row(
                        "one forgotten",
                        CountJudge::staleMatches,
                        cleanup(Seen.stats(10, 3, 10, 0), 3, swept),
                        Outcome.FAIL,
                        "3 stale + 0 removed as dead = 3"),
                row("cleaned as many", CountJudge::cleanupAnswers, HEALTHY, Outcome.PASS, "cleaned 4"),
                row("cleaned fewer", CountJudge::cleanupAnswers, cleanup(stale, 3, noSweep), Outcome.FAIL, "cleaned 3"),
                row(
                        "a sweep took one",
                        CountJudge::cleanupAnswers,
                        cleanup(stale, 3, swept),
                        Outcome.PASS,
                        "cleaned 3"),
                row(
                        "a sweep took one, but not the others",
                        CountJudge::cleanupAnswers,
                        cleanup(stale, 2, swept),
                        Outcome.FAIL,
                        "cleaned 2"),
                row(
                        "fails",
                        CountJudge::cleanupAnswers,
                        cleanup(new Cleanup(stale, new Answer.Missing<>("http://x answers 500"), null)),
                        Outcome.FAIL,
                        "http://x answers 500"),
                row(
                        "only the living are left",
                        CountJudge::totalRestored,
                        HEALTHY,
                        Outcome.PASS,
                        "6 listed, 0 of them"),
                row(
                        "the dead are left",
                        CountJudge::totalRestored,
                        cleanup(stale, 4, Seen.stats(10, 4, 10, 0)),
                        Outcome.FAIL,
                        "10 listed, 4 of them stale"),
                row(
                        "as many as before, but one of them dead",
                        CountJudge::totalRestored,
                        cleanup(stale, 4, Seen.stats(6, 1, 10, 4)),
                        Outcome.FAIL,
                        "6 listed, 1 of them stale"),
                row(
                        "only by the cleanup",
                        CountJudge::totalRestored,
                        cleanup(stale, 4, noSweep),
                        Outcome.WARN,
                        "the background sweep is off"),
                row("balanced", CountJudge::removalsBalance, HEALTHY, Outcome.PASS, "it balanced in all 2 answers"),
                row(
                        "not balanced",
                        CountJudge::removalsBalance,
                        samples(BEFORE, Seen.stats(2, 0, 4, 1)),
                        Outcome.FAIL,
                        "opened 4, but live 2 + stale 0 + removed 1 = 3"),
                row("no answers", CountJudge::removalsBalance, samples(), Outcome.NOT_CHECKED, "ended before"),
                row("no blind retries", CountJudge::noBlindRetries, HEALTHY, Outcome.PASS, "none"),
                row(
                        "blind retries",
                        CountJudge::noBlindRetries,
                        samples(BEFORE, Seen.stats(2, 0, 2, Map.of(), 3, true)),
                        Outcome.FAIL,
                        "3 retries on dead connections"));
    }

    /** The experiment ended early: what was not seen is not judged, whatever else was. */
    static Stream<Row> unseen() {
        Answer<CleanupAnswer> four = new Answer.Given<>(Seen.answer(4));
        ServerStats stale = Seen.stats(10, 4, 10, 0);
        Observations nothing = HEALTHY.with(new CountsSeen.Reference(null, null, null, List.of(), false, List.of()));
        Observations uncounted = cleanup(new Cleanup(null, four, null));
        return Stream.concat(
                Stream.<Function<CountJudge, Finding>>of(
                                CountJudge::openedAgrees,
                                CountJudge::staleMatches,
                                CountJudge::cleanupAnswers,
                                CountJudge::totalRestored,
                                CountJudge::removalsBalance,
                                CountJudge::noBlindRetries)
                        .map(check -> row("nothing", check, nothing, Outcome.NOT_CHECKED, "ended before")),
                Stream.of(
                        row("no count", CountJudge::staleMatches, uncounted, Outcome.NOT_CHECKED, "ended before"),
                        row("no count", CountJudge::cleanupAnswers, uncounted, Outcome.NOT_CHECKED, "ended before"),
                        row("no count", CountJudge::totalRestored, uncounted, Outcome.NOT_CHECKED, "ended before"),
                        row(
                                "no count afterwards to tell of a sweep",
                                CountJudge::cleanupAnswers,
                                cleanup(new Cleanup(stale, new Answer.Given<>(Seen.answer(3)), null)),
                                Outcome.FAIL,
                                "cleaned 3")));
    }

    /** A close frame and a reset race: only the journal tells which the server saw, unless it has forgotten. */
    static Stream<Row> races() {
        var either = Seen.outcomes(Seen.noticed(Fault.named("close-then-reset"), 1));
        ServerStats one = Seen.stats(10, 1, 10, 0);
        CountsSeen kept = new CountsSeen.Reference(
                BEFORE,
                COUNTS.opened(),
                new Cleanup(one, new Answer.Given<>(Seen.answer(1)), one),
                List.of(),
                false,
                List.of());
        CountsSeen lost = new CountsSeen.Reference(
                BEFORE,
                COUNTS.opened(),
                new Cleanup(one, new Answer.Given<>(Seen.answer(1)), one),
                List.of(),
                true,
                List.of());
        return Stream.of(
                row("told", CountJudge::staleMatches, HEALTHY.with(either).with(kept), Outcome.PASS, "1 stale"),
                row(
                        "forgotten",
                        CountJudge::staleMatches,
                        HEALTHY.with(either).with(lost),
                        Outcome.NOT_CHECKED,
                        "dropped some before they could be read"));
    }

    /** Of 7 that were listed before, 5 were stale; then 8 came, of whom 4 died. */
    static Stream<Row> staleBefore() {
        return Stream.of(
                restored("all stale ones are gone", Seen.stats(6, 0, 15, 9), Outcome.PASS, "6 listed, 0 of them stale"),
                restored("those of before are left", Seen.stats(11, 5, 15, 4), Outcome.PASS, "11 listed, 5 of them"),
                restored("one victim is left too", Seen.stats(12, 6, 15, 3), Outcome.FAIL, "12 listed, 6 of them"),
                restored("one is listed as live", Seen.stats(7, 0, 15, 8), Outcome.FAIL, "7 listed, 0 of them"),
                restored("a living one is gone", Seen.stats(5, 0, 15, 10), Outcome.FAIL, "5 listed, 0 of them"));
    }

    private static Row restored(String name, ServerStats after, Outcome outcome, String observed) {
        Cleanup cleanup = new Cleanup(Seen.stats(15, 9, 15, 0), new Answer.Given<>(Seen.answer(9)), after);
        CountsSeen seen = new CountsSeen.Reference(
                Seen.stats(7, 5, 7, 0), Seen.stats(15, 5, 15, 0), cleanup, List.of(), false, List.of());
        return row(name, CountJudge::totalRestored, HEALTHY.with(seen), outcome, observed);
    }

    private static CountsSeen foreign(Counts opened, Counts before, Answer<Cleaned> cleanup, Counts after) {
        return new CountsSeen.Foreign(new Counts(2, 0L), opened, before, cleanup, after, "");
    }

    private static Observations foreign(CountsSeen counts) {
        return HEALTHY.with(Seen.milestones().withSteady(new Milestones.Steady(Seen.WELL, null)))
                .with(counts);
    }

    static Stream<Row> foreign() {
        Counts ten = new Counts(10, 0L);
        Counts stale = new Counts(10, 4L);
        Counts two = new Counts(2, 0L);
        Answer<Cleaned> four = new Answer.Given<>(new Cleaned(4L));
        Answer<Cleaned> silent = new Answer.Given<>(new Cleaned(null));
        Observations well = foreign(foreign(ten, stale, four, two));
        Observations unknown = foreign(foreign(null, null, null, null));
        CountsSeen useless = new CountsSeen.Foreign(
                two, null, null, null, null, "http://x says that m is NaN, which counts nothing");
        return Stream.of(
                row("all counted", CountJudge::openedAgrees, well, Outcome.PASS, "10 counted, 2 before"),
                row(
                        "one missing",
                        CountJudge::openedAgrees,
                        foreign(foreign(two, null, null, null)),
                        Outcome.FAIL,
                        "2"),
                row("never asked", CountJudge::openedAgrees, unknown, Outcome.NOT_CHECKED, "no status page"),
                row(
                        "not a number any more",
                        CountJudge::openedAgrees,
                        foreign(useless),
                        Outcome.NOT_CHECKED,
                        "m is NaN"),
                row("stale", CountJudge::staleMatches, well, Outcome.PASS, "4 newly stale of 4 victims"),
                row(
                        "a sweep took those that were stale before",
                        CountJudge::staleMatches,
                        foreign(new CountsSeen.Foreign(new Counts(7, 5L), null, new Counts(6, 0L), null, null, "")),
                        Outcome.PASS,
                        "0 newly stale of 4 victims"),
                row(
                        "the living are gone",
                        CountJudge::staleMatches,
                        foreign(foreign(ten, new Counts(4, 0L), null, null)),
                        Outcome.FAIL,
                        "2 newly live of 4"),
                row(
                        "more are stale than died",
                        CountJudge::staleMatches,
                        foreign(foreign(ten, new Counts(14, 8L), null, null)),
                        Outcome.FAIL,
                        "8 newly stale of 4"),
                row(
                        "does not say",
                        CountJudge::staleMatches,
                        foreign(foreign(ten, new Counts(10, null), null, null)),
                        Outcome.NOT_CHECKED,
                        "how many are stale"),
                row("stale unknown", CountJudge::staleMatches, unknown, Outcome.NOT_CHECKED, "no status page"),
                row("cleaned", CountJudge::cleanupAnswers, well, Outcome.PASS, "cleaned 4"),
                row(
                        "cleaned another number",
                        CountJudge::cleanupAnswers,
                        foreign(foreign(ten, stale, new Answer.Given<>(new Cleaned(3L)), two)),
                        Outcome.FAIL,
                        "cleaned 3"),
                row(
                        "cleaned, and says no more",
                        CountJudge::cleanupAnswers,
                        foreign(foreign(ten, stale, silent, two)),
                        Outcome.PASS,
                        "it did"),
                row(
                        "cleaned, but nobody knows of how many",
                        CountJudge::cleanupAnswers,
                        foreign(foreign(ten, new Counts(10, null), four, two)),
                        Outcome.PASS,
                        "it says that it cleaned 4"),
                row(
                        "cannot be cleaned",
                        CountJudge::cleanupAnswers,
                        foreign(foreign(ten, stale, null, two)),
                        Outcome.NOT_CHECKED,
                        "how to make the server clean up"),
                row(
                        "cleanup fails",
                        CountJudge::cleanupAnswers,
                        foreign(foreign(ten, stale, new Answer.Missing<>("http://x answers 500"), two)),
                        Outcome.FAIL,
                        "500"),
                row("cleanup unknown", CountJudge::cleanupAnswers, unknown, Outcome.NOT_CHECKED, "no status page"),
                row("back", CountJudge::totalRestored, well, Outcome.PASS, "2 counted"),
                row(
                        "not back",
                        CountJudge::totalRestored,
                        foreign(foreign(ten, stale, four, new Counts(3, 0L))),
                        Outcome.FAIL,
                        "3 counted"),
                row("back unknown", CountJudge::totalRestored, unknown, Outcome.NOT_CHECKED, "no status page"),
                row("no balance", CountJudge::removalsBalance, well, Outcome.NOT_CHECKED, "no single connection"),
                row("no retries", CountJudge::noBlindRetries, well, Outcome.NOT_CHECKED, "no single connection"));
    }

    static Stream<Row> none() {
        return Stream.<Function<CountJudge, Finding>>of(
                        CountJudge::openedAgrees,
                        CountJudge::staleMatches,
                        CountJudge::cleanupAnswers,
                        CountJudge::totalRestored)
                .flatMap(check -> Stream.of(
                        row("no page", check, foreign(new CountsSeen.None("")), Outcome.NOT_CHECKED, "no status page"),
                        row(
                                "a page of no use",
                                check,
                                foreign(new CountsSeen.None("http://x says that m is NaN")),
                                Outcome.NOT_CHECKED,
                                "m is NaN")));
    }

    @ParameterizedTest
    @MethodSource({"reference", "unseen", "races", "staleBefore", "foreign", "none"})
    void says(Row row) {
        row.check();
    }
}
