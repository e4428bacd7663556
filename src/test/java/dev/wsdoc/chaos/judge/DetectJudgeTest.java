package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.CountsSeen;
import dev.wsdoc.chaos.observe.Milestones;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.VictimOutcome;
import dev.wsdoc.chaos.victim.VictimOutcomes;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who was noticed, when, and who saw the end. */
class DetectJudgeTest {
    private static final Observations HEALTHY = Seen.healthy();

    private static Row inTime(String name, Observations seen, Outcome outcome, String observed) {
        return new Row(name, DetectJudge::inTime, seen, outcome, observed);
    }

    private static Row closed(String name, Observations seen, Outcome outcome, String observed) {
        return new Row(name, DetectJudge::closedByServer, seen, outcome, observed);
    }

    private static Observations goodbyes(int said, int answered) {
        return HEALTHY.with(HEALTHY.milestones().withGoodbyes(new Milestones.Goodbyes(said, answered)));
    }

    static Stream<Row> rows() {
        VictimOutcomes late = Seen.outcomes(Seen.noticed(Seen.ABRUPT, 1), Seen.noticed(Seen.ABRUPT, 6));
        CountsSeen.Reference counts = Seen.reference();
        CountsSeen lost = new CountsSeen.Reference(
                counts.before(), counts.opened(), counts.cleanup(), counts.samples(), true, List.of());
        VictimOutcomes blind =
                new VictimOutcomes(List.of(Seen.noticed(Seen.ABRUPT, 1)), false, Seen.DETECT_WITHIN, Seen.PING_WAIT);
        return Stream.of(
                closed(
                        "no goodbye is answered",
                        goodbyes(12, 0),
                        Outcome.FAIL,
                        "none of 12 healthy clients that said goodbye was answered"),
                closed("some goodbyes are answered", goodbyes(12, 1), Outcome.PASS, "half-close 2 of 2"),
                closed("one goodbye alone is not much to go by", goodbyes(1, 0), Outcome.PASS, "half-close 2 of 2"),
                inTime("healthy", HEALTHY, Outcome.PASS, "abrupt 2 of 2 in time, half-close 2 of 2 in time"),
                inTime(
                        "at the limit",
                        HEALTHY.with(Seen.outcomes(Seen.noticed(Seen.ABRUPT, 5))),
                        Outcome.PASS,
                        "1 of 1"),
                inTime("one late", HEALTHY.with(late), Outcome.FAIL, "abrupt 1 of 2 in time"),
                inTime(
                        "one never",
                        HEALTHY.with(Seen.outcomes(Seen.unnoticed(Seen.ABRUPT))),
                        Outcome.FAIL,
                        "abrupt 0 of 1 in time"),
                inTime(
                        "frozen ones have the ping wait",
                        HEALTHY.with(Seen.outcomes(Seen.noticed(Seen.FREEZE, 19))),
                        Outcome.PASS,
                        "freeze 1 of 1 in time"),
                inTime(
                        "frozen ones have no more than that",
                        HEALTHY.with(Seen.outcomes(Seen.noticed(Seen.FREEZE, 21))),
                        Outcome.FAIL,
                        "freeze 0 of 1 in time"),
                inTime(
                        "ends were dropped from the journal",
                        HEALTHY.with(late).with(lost),
                        Outcome.NOT_CHECKED,
                        "dropped some before they could be read"),
                inTime("ends were dropped, but nobody is missing", HEALTHY.with(lost), Outcome.PASS, "2 of 2 in time"),
                inTime("no journal", HEALTHY.with(blind), Outcome.NOT_CHECKED, "before this could be seen"),
                inTime(
                        "no status page either",
                        HEALTHY.with(blind).with(steadyWithoutPage()),
                        Outcome.NOT_CHECKED,
                        "tells of no single connection"),
                inTime(
                        "nobody died",
                        HEALTHY.with(Seen.outcomes(Seen.endedBefore(Seen.ABRUPT))),
                        Outcome.NOT_CHECKED,
                        "all victims had ended before their turn came"),
                inTime(
                        "nobody was to die",
                        HEALTHY.with(Seen.outcomes(Seen.saw(
                                Fault.named("ping-flood"), new SocketObservation(SocketEnd.FIN, 1000, "", 9, "")))),
                        Outcome.NOT_CHECKED,
                        "no fault of this run is a death"),
                inTime("cut short", Observations.NONE, Outcome.NOT_CHECKED, "ended before this could be seen"),
                closed("healthy", HEALTHY, Outcome.PASS, "half-close 2 of 2 were closed"),
                closed(
                        "left open",
                        HEALTHY.with(Seen.outcomes(Seen.noticed(Seen.HALF_CLOSE, 1), Seen.unnoticed(Seen.HALF_CLOSE))),
                        Outcome.FAIL,
                        "half-close 1 of 2 were closed"),
                closed(
                        "closed late",
                        HEALTHY.with(Seen.outcomes(Seen.noticed(Seen.HALF_CLOSE, 6))),
                        Outcome.FAIL,
                        "half-close 0 of 1 was closed"),
                closed(
                        "a frozen one looks only once",
                        HEALTHY.with(Seen.outcomes(
                                Seen.saw(Seen.FREEZE, new SocketObservation(SocketEnd.RESET, 0, "", 0, "")))),
                        Outcome.PASS,
                        "freeze 1 of 1 was closed"),
                closed(
                        "the kernel saw a frozen one given up",
                        HEALTHY.with(Seen.outcomes(givenUp(12))),
                        Outcome.PASS,
                        "freeze 1 of 1 was closed"),
                closed(
                        "the kernel saw it too late",
                        HEALTHY.with(Seen.outcomes(givenUp(21))),
                        Outcome.FAIL,
                        "freeze 0 of 1 was closed"),
                inTime(
                        "the kernel saw it in time",
                        HEALTHY.with(byTheirSockets(givenUp(12))),
                        Outcome.PASS,
                        "freeze 1 of 1 in time"),
                inTime(
                        "the kernel saw that it was late",
                        HEALTHY.with(byTheirSockets(givenUp(21))),
                        Outcome.FAIL,
                        "freeze 0 of 1 in time"),
                closed(
                        "nobody watched",
                        HEALTHY.with(Seen.outcomes(Seen.noticed(Seen.ABRUPT, 1))),
                        Outcome.NOT_CHECKED,
                        "no victim stayed to watch"),
                closed("cut short", Observations.NONE, Outcome.NOT_CHECKED, "ended before this could be seen"));
    }

    /** Frozen; the kernel had its socket as given up so many seconds later, and it looked after 25 s. */
    private static VictimOutcome givenUp(long seconds) {
        return new VictimOutcome(
                Seen.FREEZE,
                1,
                0,
                null,
                new SocketObservation(SocketEnd.FIN, 0, "", 0, ""),
                1 + Duration.ofSeconds(25).toNanos(),
                0,
                0,
                1 + Duration.ofSeconds(seconds).toNanos());
    }

    private static VictimOutcomes byTheirSockets(VictimOutcome... all) {
        return new VictimOutcomes(List.of(all), false, Seen.DETECT_WITHIN, Seen.PING_WAIT);
    }

    private static Milestones steadyWithoutPage() {
        return Seen.milestones().withSteady(new Milestones.Steady(Seen.WELL, null));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        row.check();
    }
}
