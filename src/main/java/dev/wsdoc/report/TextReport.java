package dev.wsdoc.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The report for a person at a terminal: figures first, then the findings, the verdict on the last line. */
final class TextReport implements ReportWriter {

    private static final int INDENT = 2;

    @Override
    public void write(Report report, Writer out, TextStyle style) throws IOException {
        TextLines lines = new TextLines(style);
        lines.add(style.palette().strong("wsdoc " + Printable.line(report.experiment())) + "  "
                + Printable.line(report.target()));
        if (report.server() != null) {
            lines.heading("The server");
            report.server().sentences().forEach(trait -> lines.wrapped(INDENT, Printable.line(trait)));
        }
        addFaults(report.faults(), lines);
        if (report.bystanders() != null) {
            lines.heading("Bystanders");
            lines.facts(INDENT, Figures.facts(report.bystanders()));
        }
        if (report.log() != null) {
            addLog(report.log(), lines);
        }
        if (report.checkup() != null) {
            CheckupText.add(report.checkup(), lines);
        }
        FindingText.add(report, lines);
        addNotes(report.notes(), lines);
        addVerdict(report, lines);
        for (String line : lines.all()) {
            out.write(line);
            out.write('\n');
        }
    }

    private static void addFaults(List<FaultFigures> faults, TextLines lines) {
        if (!faults.isEmpty()) {
            lines.heading("Faults");
            Table table = new Table(Figures.FAULT_HEADS);
            faults.forEach(fault -> table.row(Figures.cells(fault).toArray()));
            lines.table(INDENT, table);
        }
    }

    private static void addLog(LogFigures log, TextLines lines) {
        lines.heading("Log");
        lines.facts(INDENT, Figures.facts(log));
        if (!log.byLevel().isEmpty()) {
            lines.wrapped(INDENT, "lines by level: " + Figures.byLevel(log));
        }
        if (!log.byCategory().isEmpty()) {
            Table table = new Table(Figures.logHeads(log));
            Figures.logRows(log).forEach(row -> table.row(row.toArray()));
            lines.table(INDENT, table);
        }
    }

    private static void addNotes(List<String> notes, TextLines lines) {
        if (!notes.isEmpty()) {
            lines.heading("Notes");
            notes.forEach(note -> lines.wrapped(INDENT, note));
        }
    }

    private static void addVerdict(Report report, TextLines lines) {
        Palette palette = lines.style().palette();
        String verdict = report.verdict().label().toUpperCase(Locale.ROOT);
        String painted = switch (report.verdict()) {
            case HEALTHY -> palette.good(verdict);
            case UNHEALTHY -> palette.bad(verdict);
            case INCONCLUSIVE -> palette.caution(verdict);
        };
        String sentence = Tally.of(report.findings()).sentence();
        String separator = lines.style().glyphs().separator();
        lines.add("");
        lines.add(
                (report.interrupted() ? palette.caution("INTERRUPTED") + ", so far " : "") + painted + ": " + sentence);
        lines.add(palette.faint(String.join(separator, Figures.run(report))));
    }
}
