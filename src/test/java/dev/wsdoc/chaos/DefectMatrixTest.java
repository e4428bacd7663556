package dev.wsdoc.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.chaos.judge.Checks;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.report.Report;
import dev.wsdoc.server.Defect;
import dev.wsdoc.verdict.Check;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The oracle proven by the diseases that it catches: each defect fails the check that names it, each check is failed by
 * some defect. Prints the whole matrix, also to {@code target/defect-matrix.md}.
 */
@Integration
class DefectMatrixTest {
    private static final Map<Defect, List<Check>> NAMED_BY = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Defect.BEFORE, List.of(Checks.NO_UNEXPECTED_ERRORS, Checks.NO_BLIND_RETRIES, Checks.STALE_MATCHES)),
            Map.entry(Defect.NOISY_LOG, List.of(Checks.EXPECTED_STAYS_QUIET)),
            Map.entry(Defect.BLIND_RETRY, List.of(Checks.NO_BLIND_RETRIES)),
            Map.entry(Defect.NO_SWEEP, List.of(Checks.TOTAL_RESTORED, Checks.CLEANUP_ANSWERS)),
            Map.entry(Defect.FORGETS_TO_FORGET, List.of(Checks.TOTAL_RESTORED, Checks.FALLS_QUIET)),
            Map.entry(Defect.MISCOUNTS, List.of(Checks.REMOVALS_BALANCE, Checks.OPENED_AGREES)),
            Map.entry(Defect.DEAF_TO_EOF, List.of(Checks.CLOSED_BY_SERVER, Checks.DETECT_IN_TIME)),
            Map.entry(Defect.NO_PING, List.of(Checks.CLOSED_BY_SERVER, Checks.DETECT_IN_TIME)),
            Map.entry(Defect.DROPS_BYSTANDERS, List.of(Checks.BYSTANDERS_ALIVE)),
            Map.entry(Defect.SLOW_NOTICE, List.of(Checks.DETECT_IN_TIME)),
            Map.entry(Defect.CLEANUP_ERROR, List.of(Checks.CLEANUP_ANSWERS)),
            Map.entry(Defect.REFUSES_AFTER_CHAOS, List.of(Checks.ACCEPTS_AFTER)),
            Map.entry(Defect.LOSES_MESSAGES, List.of(Checks.BYSTANDERS_NO_LOSS)),
            Map.entry(Defect.MUTE, List.of(Checks.STEADY_BEFORE)),
            Map.entry(Defect.ENDS_IDLE, List.of(Checks.KEEPS_INNOCENT)),
            Map.entry(Defect.ENDS_TALKATIVE, List.of(Checks.BYSTANDERS_ALIVE)),
            Map.entry(Defect.KILLS_SENDER, List.of(Checks.BYSTANDERS_ALIVE)),
            Map.entry(Defect.BLOCKS_EVERYBODY, List.of(Checks.BYSTANDERS_SERVED)),
            Map.entry(
                    Defect.BAD_BYTES_PASSED_ON,
                    List.of(Checks.BYSTANDERS_ALIVE, Checks.ofFault(Fault.named("bad-utf8")))),
            Map.entry(
                    Defect.IGNORES_CLOSE, List.of(Checks.CLOSED_BY_SERVER, Checks.ofFault(Fault.named("going-away")))),
            Map.entry(Defect.KEEPS_TALKING, List.of(Checks.FALLS_QUIET)),
            Map.entry(Defect.FLOOD_WITHOUT_LEVEL, List.of(Checks.PROPORTIONATE)),
            Map.entry(Defect.LATE_NOISE, List.of(Checks.EXPECTED_STAYS_QUIET)),
            Map.entry(Defect.STOPS_PUSHING, List.of(Checks.BYSTANDERS_NO_LOSS)),
            Map.entry(Defect.LEAKS_PER_WAVE, List.of(Checks.FDS_RESTORED))));

    /** What shows only in a process of its own, and the checks that are made only there. */
    private static final Set<Defect> ELSEWHERE =
            EnumSet.of(Defect.LEAKS_PER_WAVE, Defect.LEAKS_THREADS, Defect.GROWS_ONCE);

    private static final int AT_A_TIME = 3;

    @TempDir
    private Path folder;

    @Test
    void eachDefectFailsTheCheckThatNamesItAndEachCheckIsFailedBySome() throws Exception {
        assertThat(NAMED_BY.keySet())
                .containsExactlyInAnyOrderElementsOf(Defect.diseases().stream()
                        .filter(defect -> defect != Defect.LEAKS_THREADS)
                        .toList());
        Map<Defect, Report> reports = examineAll();
        publish(reports);

        Set<Check> failedBySome = new LinkedHashSet<>();
        NAMED_BY.forEach((defect, checks) -> {
            assertThat(failures(reports.get(defect))).as(defect.label()).containsAll(checks);
            assertThat(reports.get(defect).verdict())
                    .as(defect.label())
                    .isEqualTo(checks.isEmpty() ? Verdict.HEALTHY : Verdict.UNHEALTHY);
            failedBySome.addAll(checks);
        });
        assertThat(failedBySome).containsAll(Checks.all()).contains(Checks.FDS_RESTORED);
        for (Defect defect : Defect.values()) {
            if (defect.isHealthy()) {
                assertThat(reports.get(defect).verdict()).as(defect.label()).isEqualTo(Verdict.HEALTHY);
            }
        }
        assertThat(Bench.finding(reports.get(Defect.BAD_BYTES_PASSED_ON), Checks.BYSTANDERS_ALIVE.name())
                        .remedy())
                .contains("UTF-8");
        Report threads = reports.get(Defect.LEAKS_THREADS); // a pool that is not full yet looks the same
        assertThat(threads.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(Bench.finding(threads, Checks.THREADS_RESTORED.name()).outcome())
                .isEqualTo(Outcome.WARN);
        assertThat(ELSEWHERE)
                .allSatisfy(defect -> assertThat(reports.get(defect).notes())
                        .as(defect.label())
                        .anyMatch(note -> note.startsWith("a second wave of 34 victims followed")));
    }

    /** Some at a time: an experiment mostly waits. */
    private Map<Defect, Report> examineAll() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            Map<Defect, Future<Report>> examinations = new EnumMap<>(Defect.class);
            for (Defect defect : Defect.values()) {
                Bench bench = Bench.everyFault(folder).showing(defect).watchingAsUsual();
                examinations.put(
                        defect,
                        threads.submit(() -> ELSEWHERE.contains(defect) ? bench.examineElsewhere() : bench.examine()));
            }
            Map<Defect, Report> reports = new EnumMap<>(Defect.class);
            for (Map.Entry<Defect, Future<Report>> examination : examinations.entrySet()) {
                reports.put(examination.getKey(), examination.getValue().get());
            }
            return reports;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Check> failures(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAIL)
                .map(Finding::check)
                .toList();
    }

    private static void publish(Map<Defect, Report> reports) throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add("| defect | " + String.join(" | ", names()) + " |");
        lines.add("|---|" + "---|".repeat(names().size()));
        reports.forEach((defect, report) -> lines.add(row(defect, report)));
        lines.forEach(System.out::println);
        Path file = Path.of("target", "defect-matrix.md");
        Files.createDirectories(file.getParent());
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private static List<String> names() {
        return Stream.of(Checks.all(), Checks.OF_THE_PROCESS, checksOfFaults())
                .flatMap(List::stream)
                .map(Check::name)
                .toList();
    }

    /** Those by which a disease is named that other faults show than the main ones. */
    private static List<Check> checksOfFaults() {
        return NAMED_BY.values().stream()
                .flatMap(List::stream)
                .filter(check -> !Checks.all().contains(check) && !Checks.OF_THE_PROCESS.contains(check))
                .toList();
    }

    /** The named check's failure is bold; other failures follow from the same disease. Checks that were not made stay empty. */
    private static String row(Defect defect, Report report) {
        Set<String> named = NAMED_BY.getOrDefault(defect, List.of()).stream()
                .map(Check::name)
                .collect(Collectors.toSet());
        Map<String, Outcome> outcomes = report.findings().stream()
                .collect(Collectors.toMap(finding -> finding.check().name(), Finding::outcome));
        return names().stream()
                .map(name -> sign(outcomes.get(name), named.contains(name)))
                .collect(Collectors.joining(
                        " ", "| " + (defect == Defect.NONE ? "(healthy)" : defect.label()) + " | ", ""));
    }

    private static String sign(@Nullable Outcome outcome, boolean isNamed) {
        if (outcome == null) {
            return "|";
        }
        return switch (outcome) {
            case PASS -> "· |";
            case WARN -> "warn |";
            case FAIL -> isNamed ? "**FAIL** |" : "fail |";
            case NOT_CHECKED -> "– |";
        };
    }
}
