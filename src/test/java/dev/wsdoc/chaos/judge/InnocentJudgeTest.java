package dev.wsdoc.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.anamnesis.Anamnesis;
import dev.wsdoc.chaos.anamnesis.Anamnesis.Echo;
import dev.wsdoc.chaos.anamnesis.Anamnesis.Pong;
import dev.wsdoc.chaos.bystander.Innocents;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Does the server leave alone who does nothing wrong? */
class InnocentJudgeTest {
    private static InnocentEnd end(int code, String reason, long aliveMs, int pings) {
        return new InnocentEnd(new SocketObservation(SocketEnd.FIN, code, reason, 0, ""), "", aliveMs, 1, "", 0, pings);
    }

    private static Observations innocents(@Nullable InnocentEnd silent, InnocentEnd... victims) {
        return Seen.healthy().with(new Innocents(Duration.ofSeconds(1), 4, List.of(victims), silent, 0, null));
    }

    private static Anamnesis failing() {
        List<String> refusals =
                List.of("it ends clients that say plain text: ended", "it ends clients that say JSON: ended");
        return new Anamnesis(null, Echo.NONE, false, null, refusals, true, Pong.SAME, null, null, null);
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("nobody", Seen.healthy(), Outcome.PASS, "while 5 clients waited"),
                row("never watched", Observations.NONE, Outcome.NOT_CHECKED, "ended before this could be seen"),
                row(
                        "idle after a second",
                        innocents(end(1001, "idle", 1_003, 0), end(1001, "idle", 1_011, 0)),
                        Outcome.FAIL,
                        "2 of 5 clients to which nothing was done were ended, 1.00 s to 1.01 s after they came:"
                                + " 2 ended with close code 1001 'idle'"),
                row(
                        "idle after half a minute",
                        innocents(end(1001, "idle", 30_000, 0)),
                        Outcome.WARN,
                        "30.0 s after they came"),
                row(
                        "answered its pings",
                        innocents(end(1011, "keepalive ping timeout", 30_000, 2)),
                        Outcome.FAIL,
                        "they had answered its pings"),
                row(
                        "full",
                        innocents(null, end(1013, "", 12, 0), end(1008, "too many connections", 12, 0)),
                        Outcome.WARN,
                        "the server was full: 2 of 5 clients were turned away"),
                row(
                        "turned away",
                        innocents(end(4401, "Unauthorized", 12, 0)),
                        Outcome.FAIL,
                        "ended with close code 4401 'Unauthorized'"),
                row(
                        "before their turn",
                        Seen.healthy().with(Seen.outcomes(Seen.endedBefore(Seen.ABRUPT))),
                        Outcome.FAIL,
                        "1 of 5 clients"),
                row("fails whatever is said", Seen.healthy().with(failing()), Outcome.FAIL, "say plain text: ended; "));
    }

    private static Row row(String name, Observations seen, Outcome outcome, String observed) {
        return new Row(name, InnocentJudge::keepsInnocent, seen, outcome, observed);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        row.check();
    }

    @Test
    void whoIsTurnedAwayIsToldWhatToGive() {
        assertThat(InnocentJudge.keepsInnocent(innocents(end(1008, "say hello", 12, 0)))
                        .remedy())
                .contains("--subprotocol", "--hello", "-H", "--bearer");
    }
}
