package dev.wsdoc.report;

import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The report as GitHub-flavoured Markdown, for a CI job's step summary: the verdict, the findings, the figures. */
final class MarkdownReport implements ReportWriter {

    @Override
    public void write(Report report, Writer out, TextStyle style) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("## " + sign(report) + " wsdoc " + Markdown.escape(report.experiment()) + ": "
                + Figures.conclusion(report));
        lines.add("");
        lines.add(Markdown.code(report.target()) + " · " + Markdown.escape(String.join(" · ", Figures.run(report))));
        addFindings(report.findings(), lines);
        addFigures(report, lines);
        if (report.checkup() != null) {
            addCheckup(report.checkup(), lines);
        }
        addQuotations(report, lines);
        if (!report.notes().isEmpty()) {
            lines.add("");
            report.notes().forEach(note -> lines.add("- " + Markdown.escape(note)));
        }
        out.write(String.join("\n", lines));
        out.write('\n');
    }

    private static String sign(Report report) {
        return switch (report.verdict()) {
            case HEALTHY -> "✅";
            case UNHEALTHY -> "❌";
            case INCONCLUSIVE -> "❔";
        };
    }

    private static String sign(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "✅";
            case WARN -> "⚠️";
            case FAIL -> "❌";
            case NOT_CHECKED -> "➖ not checked";
        };
    }

    /** The bad ones first: a summary is read from its top. */
    private static void addFindings(List<Finding> findings, List<String> lines) {
        List<List<String>> rows = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.FAIL, Outcome.WARN, Outcome.NOT_CHECKED, Outcome.PASS)) {
            findings.stream()
                    .filter(finding -> finding.outcome() == outcome)
                    .forEach(finding -> rows.add(List.of(
                            sign(outcome),
                            finding.check().name(),
                            finding.expected(),
                            finding.observed(),
                            finding.remedy())));
        }
        Markdown.table(List.of("", "check", "expected", "observed", "what to do"), rows, lines);
    }

    private static void addFigures(Report report, List<String> lines) {
        if (report.server() != null) {
            paragraph("The server: ", report.server().sentences(), lines);
        }
        Markdown.table(
                Figures.FAULT_HEADS,
                report.faults().stream().map(Figures::cells).toList(),
                lines);
        if (report.bystanders() != null) {
            paragraph("Bystanders: ", Figures.facts(report.bystanders()), lines);
        }
        LogFigures log = report.log();
        if (log != null) {
            paragraph("Log: ", Figures.facts(log), lines);
            paragraph("Lines by level: ", Collections.singletonList(Figures.byLevel(log)), lines);
            Markdown.table(Figures.logHeads(log), Figures.logRows(log), lines);
        }
    }

    private static void addCheckup(CheckupFigures figures, List<String> lines) {
        Markdown.table(CheckupText.ADDRESS_HEADS, CheckupText.addresses(figures), lines);
        Markdown.table(CheckupText.PHASE_HEADS, CheckupText.phases(figures), lines);
        Markdown.table(CheckupText.SERIES_HEADS, CheckupText.series(figures), lines);
        for (CheckupFigures.Way way : figures.cuts()) {
            paragraph("Who cuts, ", List.of(way.name()), lines);
            Markdown.table(CheckupText.HELD_HEADS, CheckupText.held(way), lines);
        }
    }

    private static void paragraph(String label, List<String> facts, List<String> lines) {
        lines.add("");
        lines.add(label + Markdown.escape(String.join(" · ", facts)));
    }

    private static void addQuotations(Report report, List<String> lines) {
        for (Finding finding : report.findings()) {
            Markdown.details(finding.check().name(), finding.evidence(), lines);
        }
        Markdown.details("offending log lines", Figures.unquotedLines(report), lines);
    }
}
