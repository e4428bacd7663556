package dev.wsdoc.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.ProcessSample;
import dev.wsdoc.chaos.observe.ProcessSeen;
import dev.wsdoc.chaos.observe.ProcessSeen.Again;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.EvidencePlan;
import dev.wsdoc.chaos.victim.VictimOutcomes;
import dev.wsdoc.evidence.PortSockets;
import dev.wsdoc.evidence.ProcessFigures;
import dev.wsdoc.evidence.ProcessFigures.One;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Did the process come through, and give back what the dead held? */
class ProcessJudgeTest {
    private static final Observations HEALTHY = Seen.healthy();

    private static Function<Observations, Finding> check(ChaosPlan plan, String name) {
        return seen -> ProcessJudge.findings(plan, seen).stream()
                .filter(finding -> finding.check().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Observations after(ProcessSample after) {
        return HEALTHY.with(Seen.process(Seen.sample(10, 1, 100), after));
    }

    private static Observations again(ProcessSample after, int victims, ProcessSample again) {
        return HEALTHY.with(Seen.process(Seen.sample(10, 1, 100), after).withAgain(new Again(victims, again)));
    }

    /** Two more descriptors and 6 MiB more of the process that was there, and a worker that was not. */
    private static ProcessSample born(long descriptors, int held) {
        return new ProcessSample(
                new ProcessFigures(Map.of(
                        4711L, new One(12, 106 * Seen.MIB, 4, false),
                        4712L, new One(descriptors, 64 * Seen.MIB, 1, false))),
                new PortSockets(1, 0, held));
    }

    private static ProcessSample threads(long threads) {
        return new ProcessSample(
                ProcessFigures.of(4711, new One(10, 100 * Seen.MIB, threads, false)), new PortSockets(1, 0, 0));
    }

    private static ProcessSample collected(long mib) {
        return new ProcessSample(
                ProcessFigures.of(4711, new One(10, mib * Seen.MIB, 22, true)), new PortSockets(1, 0, 0));
    }

    private static VictimOutcomes thousandVictims() {
        return new VictimOutcomes(
                Collections.nCopies(1000, Seen.noticed(Seen.ABRUPT, 1)), true, Seen.DETECT_WITHIN, Seen.PING_WAIT);
    }

    static Stream<Row> rows() throws Exception {
        ChaosPlan known = Seen.plan(Seen.ABRUPT, Seen.HALF_CLOSE);
        ChaosPlan unknown = Seen.plan(EvidencePlan.ofLogs(List.of()), Seen.ABRUPT);
        List<String> checks =
                List.of("process.alive", "process.fds-restored", "process.no-close-wait", "process.memory-restored");
        Stream<Row> missing = checks.stream()
                .flatMap(name -> Stream.of(
                        new Row(
                                name + " unknown",
                                check(unknown, name),
                                HEALTHY,
                                Outcome.NOT_CHECKED,
                                "not known in which"),
                        new Row(
                                name + " unreached",
                                check(known, name),
                                Observations.NONE,
                                Outcome.NOT_CHECKED,
                                "ended before")));
        ProcessSample foreign = new ProcessSample(Seen.figures(10, 100), new PortSockets(0, 0, 0));
        Stream<Row> rows = Stream.of(
                row("lives", known, "process.alive", HEALTHY, Outcome.PASS, "process 4711 lives"),
                row(
                        "dies",
                        known,
                        "process.alive",
                        HEALTHY.with(Seen.process(null, null).died("it ended with exit code 7", List.of("FATAL"))),
                        Outcome.FAIL,
                        "exit code 7"),
                row("descriptors are back", known, "process.fds-restored", HEALTHY, Outcome.PASS, "10 before, 20 with"),
                row(
                        "two are spared",
                        known,
                        "process.fds-restored",
                        after(Seen.sample(12, 0, 100)),
                        Outcome.PASS,
                        "12 after"),
                row(
                        "three are not, but nothing tells whether they repeat",
                        known,
                        "process.fds-restored",
                        after(Seen.sample(13, 0, 100)),
                        Outcome.WARN,
                        "13 after all sockets were closed; there was no second wave"),
                row(
                        "a pool grows once",
                        known,
                        "process.fds-restored",
                        again(Seen.sample(60, 0, 100), 2, Seen.sample(61, 0, 100)),
                        Outcome.PASS,
                        "60 after all sockets were closed; a second wave of 2 victims left 1 more"),
                row(
                        "a leak grows again",
                        known,
                        "process.fds-restored",
                        again(Seen.sample(14, 0, 100), 2, Seen.sample(16, 0, 100)),
                        Outcome.FAIL,
                        "a second wave of 2 victims left 2 more"),
                row(
                        "a leak grows again by a single victim",
                        known,
                        "process.fds-restored",
                        again(Seen.sample(13, 0, 100), 1, Seen.sample(14, 0, 100)),
                        Outcome.FAIL,
                        "a second wave of 1 victim left 1 more"),
                row(
                        "a tenth of the second wave is spared",
                        known,
                        "process.fds-restored",
                        again(Seen.sample(50, 0, 100), 40, Seen.sample(54, 0, 100)),
                        Outcome.PASS,
                        "left 4 more"),
                row(
                        "more than a tenth is not",
                        known,
                        "process.fds-restored",
                        again(Seen.sample(50, 0, 100), 40, Seen.sample(55, 0, 100)),
                        Outcome.FAIL,
                        "left 5 more"),
                row(
                        "workers are born",
                        known,
                        "process.fds-restored",
                        after(born(40, 0)),
                        Outcome.PASS,
                        "52 after all sockets were closed, 40 of them in processes that were born meanwhile"),
                row(
                        "workers that are born keep sockets",
                        known,
                        "process.fds-restored",
                        HEALTHY.with(Seen.process(Seen.sample(10, 0, 100), born(40, 4))
                                .withAgain(new Again(2, born(42, 6)))),
                        Outcome.FAIL,
                        "4 more sockets on the server's port than before; a second wave of 2 victims left 2 more"),
                row(
                        "descriptors are hidden, sockets are not",
                        known,
                        "process.fds-restored",
                        again(Seen.sample(-1, 4, 100), 2, Seen.sample(-1, 6, 100)),
                        Outcome.FAIL,
                        "left 2 more"),
                row(
                        "descriptors are hidden",
                        known,
                        "process.fds-restored",
                        after(Seen.sample(-1, 0, 100)),
                        Outcome.NOT_CHECKED,
                        "may not be seen"),
                row("no CLOSE_WAIT", known, "process.no-close-wait", HEALTHY, Outcome.PASS, "0 in CLOSE_WAIT"),
                row(
                        "one as before",
                        known,
                        "process.no-close-wait",
                        after(Seen.sample(10, 1, 100)),
                        Outcome.PASS,
                        "1 in CLOSE_WAIT, 1 before"),
                row(
                        "two in CLOSE_WAIT",
                        known,
                        "process.no-close-wait",
                        after(Seen.sample(10, 2, 100)),
                        Outcome.FAIL,
                        "2 in CLOSE_WAIT"),
                row(
                        "another process listens",
                        known,
                        "process.no-close-wait",
                        after(foreign),
                        Outcome.NOT_CHECKED,
                        "where nobody listens"),
                row(
                        "memory is back",
                        known,
                        "process.memory-restored",
                        HEALTHY,
                        Outcome.PASS,
                        "100 MiB after 4 victims"),
                row(
                        "memory grew by less than 8 MiB",
                        known,
                        "process.memory-restored",
                        after(Seen.sample(10, 0, 107)),
                        Outcome.PASS,
                        "107 MiB after"),
                row(
                        "memory grew, but nothing tells whether it does so again",
                        known,
                        "process.memory-restored",
                        after(Seen.sample(10, 0, 500)),
                        Outcome.NOT_CHECKED,
                        "500 MiB after 4 victims; there was no second wave"),
                row(
                        "memory grew once",
                        known,
                        "process.memory-restored",
                        again(Seen.sample(10, 0, 500), 2, Seen.sample(10, 0, 503)),
                        Outcome.PASS,
                        "a second wave of 2 victims added 3072 kB"),
                row(
                        "memory grew again, but by much less for each victim",
                        known,
                        "process.memory-restored",
                        again(Seen.sample(10, 0, 180), 2, Seen.sample(10, 0, 199)),
                        Outcome.PASS,
                        "added 19456 kB"),
                row(
                        "memory grew again by half as much for each victim",
                        known,
                        "process.memory-restored",
                        again(Seen.sample(10, 0, 180), 2, Seen.sample(10, 0, 200)),
                        Outcome.FAIL,
                        "added 20480 kB"),
                row(
                        "threads stay, wave by wave",
                        known,
                        "process.threads-restored",
                        HEALTHY.with(Seen.process(threads(4), threads(8))
                                .withAgain(new Again(4, threads(12)))
                                .withAgain(new Again(4, threads(16)))),
                        Outcome.WARN,
                        "4 before, 8 after 4 victims; a second wave of 4 victims left 4 more; a third wave"),
                row(
                        "a pool of threads is filled once",
                        known,
                        "process.threads-restored",
                        HEALTHY.with(Seen.process(threads(4), threads(8)).withAgain(new Again(4, threads(9)))),
                        Outcome.PASS,
                        "left 1 more"),
                row(
                        "memory grew wave by wave",
                        known,
                        "process.memory-restored",
                        HEALTHY.with(Seen.process(Seen.sample(10, 1, 100), Seen.sample(10, 0, 180))
                                .withAgain(new Again(2, Seen.sample(10, 0, 220)))
                                .withAgain(new Again(2, Seen.sample(10, 0, 260)))
                                .withAgain(new Again(2, Seen.sample(10, 0, 300)))),
                        Outcome.FAIL,
                        "a third wave of 2 victims added 40960 kB; a fourth wave of 2 victims added 40960 kB"),
                row(
                        "garbage grew for two waves, and was collected in the next",
                        known,
                        "process.memory-restored",
                        HEALTHY.with(Seen.process(Seen.sample(10, 1, 100), Seen.sample(10, 0, 180))
                                .withAgain(new Again(2, Seen.sample(10, 0, 220)))
                                .withAgain(new Again(2, Seen.sample(10, 0, 110)))),
                        Outcome.PASS,
                        "a third wave of 2 victims added -112640 kB"),
                row(
                        "memory grew by less than 16 kB a victim",
                        known,
                        "process.memory-restored",
                        HEALTHY.with(thousandVictims())
                                .with(Seen.process(Seen.sample(10, 0, 100), Seen.sample(10, 0, 115))),
                        Outcome.PASS,
                        "115 MiB after 1000 victims"),
                row(
                        "memory grew by 16 kB a victim, twice",
                        known,
                        "process.memory-restored",
                        HEALTHY.with(thousandVictims())
                                .with(Seen.process(Seen.sample(10, 0, 100), Seen.sample(10, 0, 116))
                                        .withAgain(new Again(500, Seen.sample(10, 0, 124)))),
                        Outcome.FAIL,
                        "116 MiB after 1000 victims; a second wave of 500 victims added 8192 kB"),
                row(
                        "garbage grows by 26 kB a victim, and again",
                        known,
                        "process.memory-restored",
                        HEALTHY.with(thousandVictims())
                                .with(Seen.process(collected(92), collected(123))
                                        .withAgain(new Again(500, collected(136)))),
                        Outcome.PASS,
                        "123 MiB after 1000 victims"),
                row(
                        "what is collected as garbage grows by 256 kB a victim, twice",
                        known,
                        "process.memory-restored",
                        HEALTHY.with(thousandVictims())
                                .with(Seen.process(collected(100), collected(350))
                                        .withAgain(new Again(500, collected(475)))),
                        Outcome.FAIL,
                        "350 MiB after 1000 victims; a second wave of 500 victims added 128000 kB"),
                row(
                        "workers that are born have memory of their own",
                        known,
                        "process.memory-restored",
                        after(born(40, 0)),
                        Outcome.PASS,
                        "170 MiB after 4 victims (64 MiB of it in processes that were born meanwhile)"));
        return Stream.concat(missing, rows);
    }

    private static Row row(
            String name, ChaosPlan plan, String check, Observations seen, Outcome outcome, String observed) {
        return new Row(name, check(plan, check), seen, outcome, observed);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        row.check();
    }

    @Test
    void aServerInThisProcessIsNotJudgedByIt() {
        ChaosPlan here = Seen.plan(EvidencePlan.ofServerHere(Path.of("app.log")), Seen.ABRUPT);

        assertThat(ProcessJudge.findings(here, HEALTHY)).isEmpty();
    }

    @Test
    void itsFiguresAreOneLine() {
        ProcessSeen process = Seen.process(Seen.sample(10, 0, 100), Seen.sample(11, 1, 90));

        assertThat(ProcessJudge.summary(process))
                .isEqualTo("process 4711: before 10 descriptors, 100 MiB, 4 threads, 0 in CLOSE_WAIT; with all sockets"
                        + " open 20 descriptors, 120 MiB, 4 threads, 0 in CLOSE_WAIT; after 11 descriptors, 90 MiB,"
                        + " 4 threads, 1 in CLOSE_WAIT");
    }
}
