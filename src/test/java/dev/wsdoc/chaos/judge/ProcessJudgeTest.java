package dev.wsdoc.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.ProcessSample;
import dev.wsdoc.chaos.observe.ProcessSeen;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.EvidencePlan;
import dev.wsdoc.evidence.PortSockets;
import dev.wsdoc.evidence.ProcessFigures;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
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
        ProcessSample foreign =
                new ProcessSample(new ProcessFigures(1, 10, 100 * Seen.MIB, 4), new PortSockets(0, 0, 0));
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
                        "three are not",
                        known,
                        "process.fds-restored",
                        after(Seen.sample(13, 0, 100)),
                        Outcome.FAIL,
                        "13 after"),
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
                        "1 in CLOSE_WAIT, 1 of them before"),
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
                        "memory grew notably",
                        known,
                        "process.memory-restored",
                        after(Seen.sample(10, 0, 165)),
                        Outcome.WARN,
                        "165 MiB after"),
                row(
                        "memory grew by 256 MiB",
                        known,
                        "process.memory-restored",
                        after(Seen.sample(10, 0, 356)),
                        Outcome.WARN,
                        "356 MiB after"),
                row(
                        "memory grew by more",
                        known,
                        "process.memory-restored",
                        after(Seen.sample(10, 0, 357)),
                        Outcome.FAIL,
                        "357 MiB after"));
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
