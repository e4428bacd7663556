package dev.wsdoc.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.VictimOutcome;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the victims' own sockets saw, held against what the fault asks for. */
class FaultJudgeTest {
    private static final Fault UNMASKED = Fault.named("unmasked");
    private static final SocketObservation RIGHT = new SocketObservation(SocketEnd.FIN, 1002, "", 0, "");
    private static final SocketObservation BLUNT = new SocketObservation(SocketEnd.RESET, 0, "", 0, "");
    private static final SocketObservation OPEN = new SocketObservation(SocketEnd.NONE, 0, "", 0, "");

    private static Finding judge(Observations seen) {
        return FaultJudge.findings(List.of(UNMASKED), seen).get(0);
    }

    private static Observations saw(SocketObservation... all) {
        return Seen.healthy()
                .with(Seen.milestones().withRound(UNMASKED))
                .with(Seen.outcomes(
                        Stream.of(all).map(one -> Seen.saw(UNMASKED, one)).toArray(VictimOutcome[]::new)));
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("all right", saw(RIGHT, RIGHT), Outcome.PASS, "2 ended with close code 1002"),
                row("one blunt", saw(RIGHT, BLUNT), Outcome.WARN, "1 ended with close code 1002, 1 reset"),
                row("one open", saw(RIGHT, BLUNT, OPEN), Outcome.FAIL, "1 still open"),
                row("nobody came in", saw(), Outcome.NOT_CHECKED, "no connection for it could be opened"),
                row("cut short", Seen.healthy(), Outcome.NOT_CHECKED, "ended before"),
                row(
                        "all ended before",
                        Seen.healthy()
                                .with(Seen.milestones().withRound(UNMASKED))
                                .with(Seen.outcomes(Seen.endedBefore(UNMASKED))),
                        Outcome.NOT_CHECKED,
                        "had ended before its turn came"));
    }

    private static Row row(String name, Observations seen, Outcome outcome, String observed) {
        return new Row(name, FaultJudgeTest::judge, seen, outcome, observed);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        row.check();
    }

    @Test
    void aFaultThatAsksForNothingIsSilentUnlessItHadNobody() {
        Observations untouched = Seen.healthy().with(Seen.outcomes(Seen.endedBefore(Seen.ABRUPT)));

        assertThat(FaultJudge.findings(List.of(Seen.ABRUPT), Seen.healthy())).isEmpty();
        assertThat(FaultJudge.findings(List.of(Seen.ABRUPT), untouched))
                .singleElement()
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(Outcome.NOT_CHECKED));
    }
}
