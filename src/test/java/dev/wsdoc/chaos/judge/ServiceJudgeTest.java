package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.bystander.BystandersSeen;
import dev.wsdoc.chaos.bystander.BystandersSeen.BadText;
import dev.wsdoc.chaos.bystander.BystandersSeen.Waits;
import dev.wsdoc.chaos.bystander.DeliverySeen;
import dev.wsdoc.chaos.observe.Milestones;
import dev.wsdoc.chaos.observe.Milestones.Steady;
import dev.wsdoc.chaos.observe.Milestones.Trial;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.report.BystanderFigures;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Does the server serve: before, after, and in between? */
class ServiceJudgeTest {
    private static final Observations HEALTHY = Seen.healthy();
    private static final Trial MUTE = new Trial(null, false, "ping", false, null);
    private static final Trial REFUSED = new Trial(
            new OpenFailure(OpenFailure.Kind.CONNECT, "Connection refused", null),
            false,
            "could not be opened",
            false,
            null);

    private static Row row(
            String name, Function<Observations, Finding> judge, Observations seen, Outcome outcome, String observed) {
        return new Row(name, judge, seen, outcome, observed);
    }

    static Stream<Row> rows() {
        Milestones opened = Seen.milestones();
        Observations alone = Observations.NONE.with(opened);
        BystandersSeen well = Seen.bystanders(new BystanderFigures(3, 2, 30, 30, null));
        BystandersSeen ended = new BystandersSeen(
                well.figures(),
                List.of(new InnocentEnd(
                        new SocketObservation(SocketEnd.FIN, 1011, "oops", 0, ""), "", 1_000, 1, "abrupt", 0, 0)),
                List.of(),
                BadText.NONE,
                0,
                "",
                well.waits(),
                DeliverySeen.NONE,
                true);
        BystandersSeen allEnded = new BystandersSeen(
                Seen.bystanders(0, 0, 0).figures(),
                Collections.nCopies(3, ended.ends().get(0)),
                List.of(),
                BadText.NONE,
                0,
                "",
                new Waits(2, 0, 1),
                DeliverySeen.NONE,
                true);
        BystandersSeen unanswered = new BystandersSeen(
                well.figures(), List.of(), List.of(), BadText.NONE, 0, "", new Waits(2, 0, 1), DeliverySeen.NONE, true);
        BystandersSeen soFar = new BystandersSeen(
                well.figures(), List.of(), List.of(), BadText.NONE, 0, "", Waits.NONE, DeliverySeen.NONE, false);
        return Stream.of(
                row("answers before", ServiceJudge::steadyBefore, HEALTHY, Outcome.PASS, "its ping was answered"),
                row(
                        "mute before",
                        ServiceJudge::steadyBefore,
                        HEALTHY.with(opened.withSteady(new Steady(MUTE, null))),
                        Outcome.FAIL,
                        "its ping was not answered within 5 s"),
                row(
                        "stale before",
                        ServiceJudge::steadyBefore,
                        HEALTHY.with(opened.withSteady(new Steady(Seen.WELL, Seen.stats(5, 3, 5, 0)))),
                        Outcome.WARN,
                        "3 stale connections were listed already"),
                row("never steady", ServiceJudge::steadyBefore, Observations.NONE, Outcome.NOT_CHECKED, "ended before"),
                row("answers after", ServiceJudge::acceptsAfter, HEALTHY, Outcome.PASS, "its ping was answered"),
                row(
                        "mute after",
                        ServiceJudge::acceptsAfter,
                        HEALTHY.with(opened.withAfter(MUTE)),
                        Outcome.FAIL,
                        "its ping was not answered within 5 s"),
                row(
                        "refuses after",
                        ServiceJudge::acceptsAfter,
                        HEALTHY.with(opened.withAfter(REFUSED)),
                        Outcome.FAIL,
                        "could not be opened: Connection refused"),
                row("never after", ServiceJudge::acceptsAfter, Observations.NONE, Outcome.NOT_CHECKED, "ended before"),
                row(
                        "bystanders live",
                        BystanderJudge::alive,
                        HEALTHY,
                        Outcome.PASS,
                        "3 of 3 are alive, round trip p99 2.0 ms"),
                row(
                        "one was ended",
                        BystanderJudge::alive,
                        HEALTHY.with(ended),
                        Outcome.FAIL,
                        "2 of 3 are alive (1 ended with close code 1011 'oops' during abrupt)"),
                row("no bystanders", BystanderJudge::alive, alone, Outcome.NOT_CHECKED, "there were no bystanders"),
                row(
                        "bystanders had no time",
                        BystanderJudge::alive,
                        HEALTHY.with(soFar),
                        Outcome.NOT_CHECKED,
                        "ended before"),
                row(
                        "nobody left to serve",
                        BystanderJudge::served,
                        HEALTHY.with(allEnded),
                        Outcome.NOT_CHECKED,
                        "no bystander was left"),
                row(
                        "nobody served",
                        BystanderJudge::served,
                        HEALTHY.with(unanswered),
                        Outcome.NOT_CHECKED,
                        "no round trip was measured during the chaos"),
                row("nothing lost", BystanderJudge::noLoss, HEALTHY, Outcome.PASS, "0 of 30 messages were lost"),
                row(
                        "one lost",
                        BystanderJudge::noLoss,
                        HEALTHY.with(Seen.bystanders(3, 30, 29)),
                        Outcome.FAIL,
                        "1 of 30 messages was lost"),
                row(
                        "nothing to expect",
                        BystanderJudge::noLoss,
                        HEALTHY.with(Seen.bystanders(3, 0, 0)),
                        Outcome.NOT_CHECKED,
                        "nothing is known of what the server sends"),
                row("nobody to lose", BystanderJudge::noLoss, alone, Outcome.NOT_CHECKED, "there were no bystanders"),
                row(
                        "loss is not judged early",
                        BystanderJudge::noLoss,
                        HEALTHY.with(soFar),
                        Outcome.NOT_CHECKED,
                        "ended before"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        row.check();
    }
}
