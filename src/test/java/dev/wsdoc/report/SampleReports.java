package dev.wsdoc.report;

import dev.wsdoc.verdict.Check;
import dev.wsdoc.verdict.Check.Subject;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Strictness;
import dev.wsdoc.verdict.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports as experiments make them, and hostile ones. */
final class SampleReports {
    static final Check STEADY =
            new Check("server.steady-before", "Does a fresh connection echo before the chaos?", Subject.SERVICE);
    static final Check QUIET =
            new Check("log.no-unexpected-errors", "Does the log stay free of unexpected errors?", Subject.HOUSEKEEPING);
    static final Check CALM =
            new Check("log.expected-stays-quiet", "Are expected ends logged quietly?", Subject.HOUSEKEEPING);
    static final Check STALE =
            new Check("count.stale-matches", "Are all victims listed as stale?", Subject.HOUSEKEEPING);

    /** Escape sequences, a CDATA end, markup, a right-to-left override, NUL, half a surrogate pair, fences. */
    static final String HOSTILE = "\u001b[2J\u009b31m]]> <b>&amp;</b> | `x` ```` \u202e \u0000 \ud800 \r\n@all [a](b)";

    private SampleReports() {}

    static Report healthy() {
        return report(
                List.of(STEADY.pass("an echo", "echoed in 2.1 ms"), QUIET.pass("no such line", "none in 312 lines")),
                List.of(new FaultFigures(
                        "abrupt", 100, 100, 100, new Quantiles(4.2, 9, 12.3456), by("cleaned", 100), 312L)),
                new BystanderFigures(10, 10, 120, 120, new Quantiles(0.41, 2.1, 3)),
                log(0, List.of()),
                List.of());
    }

    static Report sick() {
        String line = "2026-11-22 20:31:38,123 ERROR app - Unexpected error sending message to customer_s1-42: reset";
        return report(
                List.of(
                        STEADY.pass("an echo", "echoed in 2.1 ms"),
                        QUIET.fail("no \"Unexpected error\" line", "100 lines", "classify the exception by its type")
                                .quoting(List.of(line)),
                        CALM.warn("DEBUG", "100 lines at INFO", "log expected ends at DEBUG"),
                        STALE.notChecked("100 stale", "the server has no status page", "name its log with --log FILE")),
                List.of(
                        new FaultFigures("abrupt", 100, 100, 98, new Quantiles(4.2, 9, 1234), by("cleaned", 98), 400L),
                        new FaultFigures("freeze", 5, 4, null, null, Map.of(), null)),
                new BystanderFigures(10, 9, 0, 0, null),
                log(100, List.of(line, "ERROR another line")),
                List.of("nothing could be provoked: the server broadcasts nothing"));
    }

    /** A server of which little can be seen. */
    static Report blind() {
        String reason = "the server has no status page";
        String remedy = "name its log with --log FILE";
        return report(
                List.of(
                        QUIET.notChecked("no such line", "no log was given", "name one"),
                        CALM.notChecked("DEBUG", reason, remedy),
                        STEADY.pass("an echo", "echoed in 2.1 ms"),
                        STALE.notChecked("100 stale", reason, remedy)),
                List.of(),
                null,
                null,
                List.of());
    }

    static Report empty() {
        return report(List.of(), List.of(), null, null, List.of());
    }

    static Report interrupted() {
        Report whole = sick();
        return new Report(
                whole.experiment(),
                whole.version(),
                whole.target(),
                whole.verdict(),
                true,
                whole.findings(),
                whole.server(),
                whole.faults(),
                whole.bystanders(),
                whole.log(),
                whole.notes(),
                whole.seed(),
                whole.startedAt(),
                whole.durationMs());
    }

    /** Hostile text wherever text can come from outside, some of it very long. */
    static Report hostile() {
        String endless = HOSTILE + "x".repeat(100_000);
        return report(
                List.of(
                        STEADY.pass(HOSTILE, HOSTILE),
                        QUIET.fail(HOSTILE, HOSTILE, HOSTILE).quoting(List.of(HOSTILE, endless, "``````")),
                        CALM.warn(HOSTILE, HOSTILE, HOSTILE),
                        STALE.notChecked(HOSTILE, HOSTILE, HOSTILE)),
                new ServerTraits(
                        HOSTILE,
                        "wrapped",
                        true,
                        HOSTILE,
                        List.of(HOSTILE),
                        "garbled",
                        3,
                        5_000L,
                        HOSTILE,
                        200L,
                        new ServerTraits.SilentEnd(1_003, HOSTILE)),
                List.of(new FaultFigures("abrupt", 1, 1, 1, null, by(HOSTILE, 1), 1L)),
                null,
                new LogFigures(
                        HOSTILE, 1, 1, Map.of(HOSTILE, 1L), Map.of(HOSTILE, Map.of(HOSTILE, 1L)), 1, List.of(endless)),
                List.of(HOSTILE));
    }

    private static LogFigures log(long unexpected, List<String> offending) {
        Map<String, Long> levels = new LinkedHashMap<>();
        levels.put("DEBUG", 200L);
        levels.put("ERROR", unexpected);
        Map<String, Map<String, Long>> categories = new LinkedHashMap<>();
        categories.put("RESET", Map.of("DEBUG", 100L));
        categories.put("NONE", Map.of("DEBUG", 100L, "ERROR", unexpected));
        return new LogFigures("/var/log/app.log", 312, 300, levels, categories, unexpected, offending);
    }

    private static Map<String, Integer> by(String path, int count) {
        return Map.of(path, count);
    }

    private static Report report(
            List<Finding> findings,
            List<FaultFigures> faults,
            @Nullable BystanderFigures bystanders,
            @Nullable LogFigures log,
            List<String> notes) {
        return report(findings, null, faults, bystanders, log, notes);
    }

    private static Report report(
            List<Finding> findings,
            @Nullable ServerTraits server,
            List<FaultFigures> faults,
            @Nullable BystanderFigures bystanders,
            @Nullable LogFigures log,
            List<String> notes) {
        return new Report(
                "chaos",
                "0.1.0",
                "ws://127.0.0.1:8000/ws/customer/s1",
                Verdict.of(findings, Strictness.NORMAL),
                false,
                findings,
                server,
                faults,
                bystanders,
                log,
                notes,
                -42,
                Instant.parse("2026-11-22T20:31:38.123Z"),
                2134);
    }

    static List<Report> all() {
        return List.of(healthy(), sick(), blind(), empty(), interrupted(), hostile());
    }
}
