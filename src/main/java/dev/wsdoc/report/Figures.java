package dev.wsdoc.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report's figures as headings and cells, which the text and the Markdown form share. */
final class Figures {
    private static final String UNKNOWN = "-";

    private Figures() {}

    /** Headings that start with {@code >} are of numbers. */
    static final List<String> FAULT_HEADS =
            List.of("fault", ">opened", ">inflicted", ">noticed", ">p50", ">p99", ">max", ">log lines", "noticed by");

    static List<String> cells(FaultFigures fault) {
        Quantiles detect = fault.detectMs();
        return List.of(
                fault.fault(),
                String.valueOf(fault.opened()),
                String.valueOf(fault.inflicted()),
                fault.noticed() == null ? UNKNOWN : String.valueOf(fault.noticed()),
                detect == null ? UNKNOWN : Amount.millis(detect.p50()),
                detect == null ? UNKNOWN : Amount.millis(detect.p99()),
                detect == null ? UNKNOWN : Amount.millis(detect.max()),
                fault.logLines() == null ? UNKNOWN : String.valueOf(fault.logLines()),
                fault.noticedBy().isEmpty() ? UNKNOWN : counts(fault.noticedBy()));
    }

    static List<String> facts(BystanderFigures bystanders) {
        List<String> facts = new ArrayList<>();
        facts.add(bystanders.alive() + " of " + bystanders.opened() + " alive");
        facts.add(
                bystanders.messagesExpected() == 0
                        ? "no messages to expect"
                        : Amount.share(bystanders.messagesReceived(), bystanders.messagesExpected(), "message")
                                + " received");
        Quantiles latency = bystanders.latencyMs();
        if (latency != null) {
            facts.add("round trip p50 " + Amount.millis(latency.p50()) + ", p99 " + Amount.millis(latency.p99())
                    + ", max " + Amount.millis(latency.max()));
        }
        return facts;
    }

    static List<String> facts(LogFigures log) {
        return List.of(
                log.source(),
                Amount.of(log.lines(), "line"),
                Amount.of(log.entries(), "entry", "entries"),
                log.unexpectedErrorLines() == 0
                        ? "no unexpected errors"
                        : Amount.of(log.unexpectedErrorLines(), "unexpected error"));
    }

    /** Category, then a column for each level that occurs. */
    static List<String> logHeads(LogFigures log) {
        List<String> heads = new ArrayList<>();
        heads.add("category");
        Levels.of(log.byCategory()).forEach(level -> heads.add(">" + level));
        return heads;
    }

    static List<List<String>> logRows(LogFigures log) {
        List<String> levels = Levels.of(log.byCategory());
        List<List<String>> rows = new ArrayList<>();
        log.byCategory().forEach((category, counts) -> {
            List<String> row = new ArrayList<>();
            row.add(category.equals("NONE") ? "(no disconnect)" : category);
            levels.forEach(level -> row.add(count(counts.get(level))));
            rows.add(row);
        });
        return rows;
    }

    private static String count(@Nullable Long count) {
        return count == null ? "0" : count.toString();
    }

    /** Such as {@code cleaned 90, no_pong 10}. */
    static String counts(Map<String, ? extends Number> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Lines by level, the gravest first, such as {@code ERROR 2, DEBUG 210}. */
    static String byLevel(LogFigures log) {
        return Levels.sorted(log.byLevel().keySet()).stream()
                .map(level -> level + " " + log.byLevel().get(level))
                .collect(Collectors.joining(", "));
    }

    /** Offending lines that no finding quotes already. */
    static List<String> unquotedLines(Report report) {
        LogFigures log = report.log();
        if (log == null) {
            return List.of();
        }
        List<String> quoted = report.findings().stream()
                .flatMap(finding -> finding.evidence().stream())
                .toList();
        return log.offending().stream().filter(line -> !quoted.contains(line)).toList();
    }

    /** Such as {@code interrupted, so far unhealthy: 2 of 14 checks failed}. */
    static String conclusion(Report report) {
        String verdict =
                report.verdict().label() + ": " + Tally.of(report.findings()).sentence();
        return report.interrupted() ? "interrupted, so far " + verdict : verdict;
    }

    /** Where the run can be found again. */
    static List<String> run(Report report) {
        return List.of(
                "seed " + report.seed(),
                "took " + Amount.millis((double) report.durationMs()),
                "wsdoc " + report.version());
    }
}
