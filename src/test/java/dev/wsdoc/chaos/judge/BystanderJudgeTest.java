package dev.wsdoc.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.anamnesis.Anamnesis;
import dev.wsdoc.chaos.anamnesis.Anamnesis.Echo;
import dev.wsdoc.chaos.anamnesis.Anamnesis.Pong;
import dev.wsdoc.chaos.bystander.BystandersSeen;
import dev.wsdoc.chaos.bystander.BystandersSeen.BadText;
import dev.wsdoc.chaos.bystander.BystandersSeen.Waits;
import dev.wsdoc.chaos.bystander.DeliverySeen;
import dev.wsdoc.chaos.bystander.DeliverySeen.Pushes;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.report.BystanderFigures;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who lives but had to wait, how they ended, and what is said of that. {@code ServiceJudgeTest} has the plain cases. */
class BystanderJudgeTest {
    private static final Waits CALM = new Waits(2, 5, 1);

    private static InnocentEnd end(int code, String reason, int messages, long at) {
        return new InnocentEnd(
                new SocketObservation(SocketEnd.FIN, code, reason, 0, ""), "", 900, at, "abrupt", messages, 0);
    }

    private static Observations seen(
            int alive, List<InnocentEnd> ends, List<InnocentEnd> provoker, BadText badText, Waits waits) {
        return Seen.healthy()
                .with(new BystandersSeen(
                        new BystanderFigures(3, alive, 30, 30, null),
                        ends,
                        provoker,
                        badText,
                        0,
                        "",
                        waits,
                        DeliverySeen.NONE,
                        true));
    }

    private static Observations waiting(double undisturbed, double disturbed, double late) {
        return seen(3, List.of(), List.of(), BadText.NONE, new Waits(undisturbed, disturbed, late));
    }

    static Stream<Row> rows() {
        InnocentEnd failed = end(1011, "handler failed", 1, 1);
        return Stream.of(
                row("calm", BystanderJudge::served, waiting(2, 5, 1), Outcome.PASS, "5.00 ms, 2.00 ms undisturbed"),
                row(
                        "blocked",
                        BystanderJudge::served,
                        waiting(2, 24_000, 1),
                        Outcome.FAIL,
                        "the longest wait was 24.0 s"),
                row("slow as ever", BystanderJudge::served, waiting(200, 1_500, 1), Outcome.PASS, "1.50 s"),
                row("quick enough", BystanderJudge::served, waiting(2, 900, 1), Outcome.PASS, "900 ms"),
                row("too busy", BystanderJudge::served, waiting(2, 3_000, 400), Outcome.NOT_CHECKED, "400 ms late"),
                row("nothing before", BystanderJudge::served, waiting(0, 5, 1), Outcome.NOT_CHECKED, "undisturbed"),
                row(
                        "nothing during",
                        BystanderJudge::served,
                        waiting(2, 0, 1),
                        Outcome.NOT_CHECKED,
                        "during the chaos"),
                row("unreached", BystanderJudge::served, Observations.NONE, Outcome.NOT_CHECKED, "ended before"),
                row(
                        "the provoker was ended",
                        BystanderJudge::alive,
                        seen(3, List.of(), List.of(failed, failed), BadText.NONE, CALM),
                        Outcome.FAIL,
                        "was ended 2 times, first after 1 message: 2 ended with close code 1011 'handler failed' during abrupt"),
                row(
                        "bad text",
                        BystanderJudge::alive,
                        seen(3, List.of(), List.of(), new BadText(3, "bad-utf8"), CALM),
                        Outcome.FAIL,
                        "3 were sent text that is not UTF-8 during bad-utf8"),
                row(
                        "dead on a busy machine",
                        BystanderJudge::alive,
                        seen(
                                2,
                                List.of(end(1011, "ping timeout", 1, 1)),
                                List.of(),
                                BadText.NONE,
                                new Waits(2, 5, 900)),
                        Outcome.NOT_CHECKED,
                        "wsdoc's own beat was 900 ms late"),
                row(
                        "failed on a busy machine",
                        BystanderJudge::alive,
                        seen(2, List.of(failed), List.of(), BadText.NONE, new Waits(2, 5, 900)),
                        Outcome.FAIL,
                        "handler failed"),
                row(
                        "a limit on messages",
                        BystanderJudge::alive,
                        seen(2, List.of(end(1008, "rate limit exceeded", 20, 1)), List.of(), BadText.NONE, CALM),
                        Outcome.WARN,
                        "1008 'rate limit exceeded'"),
                row(
                        "a limit that nobody can keep",
                        BystanderJudge::alive,
                        seen(2, List.of(end(1008, "too many messages", 5, 1)), List.of(), BadText.NONE, CALM),
                        Outcome.FAIL,
                        "1008 'too many messages'"),
                row(
                        "a limit on messages, and one that died of something else",
                        BystanderJudge::alive,
                        seen(
                                1,
                                List.of(end(1008, "rate limit exceeded", 20, 1), failed),
                                List.of(),
                                BadText.NONE,
                                CALM),
                        Outcome.FAIL,
                        "handler failed"),
                row(
                        "a limit on messages, and one that does not answer",
                        BystanderJudge::alive,
                        seen(1, List.of(end(1008, "rate limit exceeded", 20, 1)), List.of(), BadText.NONE, CALM),
                        Outcome.FAIL,
                        "1 of 3 is alive"));
    }

    static Stream<Row> deliveries() {
        return Stream.of(
                row(
                        "nothing known",
                        BystanderJudge::noLoss,
                        delivering(0, 0, DeliverySeen.NONE),
                        Outcome.NOT_CHECKED,
                        "pings"),
                row(
                        "some lost at some",
                        BystanderJudge::noLoss,
                        delivering(30, 24, new DeliverySeen(2, 0, 0, Pushes.NONE)),
                        Outcome.FAIL,
                        "6 of 30 messages were lost, by 2 of 3 bystanders"),
                row(
                        "a stream that goes on",
                        BystanderJudge::noLoss,
                        delivering(0, 0, new DeliverySeen(0, 0, 0, new Pushes(3, 3, 0, 0, 200, 0))),
                        Outcome.PASS,
                        "every 200 ms at the latest, kept coming"),
                row(
                        "a stream that stops",
                        BystanderJudge::noLoss,
                        delivering(30, 30, new DeliverySeen(0, 0, 0, new Pushes(3, 3, 2, 0, 200, 6_000))),
                        Outcome.FAIL,
                        "0 of 30 messages were lost; what the server sends by itself, every 200 ms at the latest, came no"
                                + " more to 2 of 3 bystanders, for 6.00 s"),
                row(
                        "a stream that had stopped before they came",
                        BystanderJudge::noLoss,
                        delivering(0, 0, DeliverySeen.NONE)
                                .with(new Anamnesis(
                                        null, Echo.NONE, false, null, List.of(), false, Pong.SAME, null, 200L, null)),
                        Outcome.FAIL,
                        "every 200 ms, to wsdoc's first connections, and nothing to any bystander"),
                row(
                        "repeats",
                        BystanderJudge::noLoss,
                        delivering(30, 30, new DeliverySeen(0, 3, 1, Pushes.NONE)),
                        Outcome.WARN,
                        "one came 3 times, before the chaos none more than 1 time"));
    }

    private static Observations delivering(long expected, long received, DeliverySeen delivery) {
        return Seen.healthy()
                .with(new BystandersSeen(
                        new BystanderFigures(3, 3, expected, received, null),
                        List.of(),
                        List.of(),
                        BadText.NONE,
                        0,
                        "",
                        CALM,
                        delivery,
                        true));
    }

    private static Row row(
            String name, Function<Observations, Finding> judge, Observations seen, Outcome outcome, String observed) {
        return new Row(name, judge, seen, outcome, observed);
    }

    @ParameterizedTest
    @MethodSource({"rows", "deliveries"})
    void says(Row row) {
        row.check();
    }

    @ParameterizedTest
    @CsvSource({
        "1011, keepalive ping timeout, ping time-out",
        "1001, idle, idle limit",
        "1011, oops, catch it for each",
        "1006, '', shared loops"
    })
    void theRemedyFollowsFromTheEnd(int code, String reason, String remedy) {
        Observations seen = seen(2, List.of(end(code, reason, 0, 1)), List.of(), BadText.NONE, CALM);

        assertThat(BystanderJudge.alive(seen).remedy()).contains(remedy);
    }

    @Test
    void allAtOnceIsACrashOrALimit() {
        List<InnocentEnd> ends = List.of(end(1000, "", 0, 1), end(1000, "", 0, 2), end(1000, "", 0, 3));

        assertThat(BystanderJudge.alive(seen(0, ends, List.of(), BadText.NONE, CALM))
                        .remedy())
                .contains("all ended at once");
    }

    @Test
    void pongsWithOtherBytesAreAFindingOfTheirOwn() {
        assertThat(BystanderJudge.pongsUnchanged(Seen.healthy())).isNull();
        Finding finding = BystanderJudge.pongsUnchanged(Seen.healthy()
                .with(new BystandersSeen(
                        new BystanderFigures(3, 3, 0, 0, null),
                        List.of(),
                        List.of(),
                        BadText.NONE,
                        3,
                        "\ufffd",
                        CALM,
                        DeliverySeen.NONE,
                        true)));

        assertThat(finding).isNotNull();
        assertThat(finding.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(finding.observed()).contains("3 of 3 bystanders got pongs with other bytes");
    }

    @Test
    void ofManyKindsOfEndsTheMostFrequentAreTold() {
        List<InnocentEnd> ends = Stream.of("a", "a", "a", "b", "b", "c", "d", "e", "f")
                .map(reason -> end(1000, reason, 0, 1))
                .toList();

        assertThat(EndWords.of(ends))
                .startsWith("3 ended with close code 1000 'a' during abrupt, 2 ")
                .endsWith(", 2 otherwise");
    }
}
