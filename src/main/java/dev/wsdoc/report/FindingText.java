package dev.wsdoc.report;

import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.util.List;

/** Findings in a text report: a line for one that passed; for the others what was expected, seen and is to be done. */
final class FindingText {
    private static final int INDENT = 2;
    private static final int DETAIL_INDENT = 6;
    /** Quotations shown with one finding; the other report forms have them all. */
    private static final int MOST_QUOTED = 5;

    private FindingText() {}

    static void add(Report report, TextLines lines) {
        List<Finding> findings = report.findings();
        if (!findings.isEmpty()) {
            lines.heading("Findings");
        }
        int names = findings.stream()
                .mapToInt(finding -> finding.check().name().length())
                .max()
                .orElse(0);
        findings.forEach(finding -> add(finding, names, lines));
        List<String> unquoted = Figures.unquotedLines(report);
        if (!unquoted.isEmpty()) {
            lines.heading("Offending log lines");
            quote(unquoted, INDENT, lines);
        }
    }

    private static void add(Finding finding, int names, TextLines lines) {
        String name = finding.check().name();
        String sign = " ".repeat(INDENT) + painted(finding.outcome(), lines.style()) + " ";
        if (finding.outcome() == Outcome.PASS) {
            lines.add(passed(sign, name + " ".repeat(names - name.length()), finding.observed(), lines.style()));
            return;
        }
        lines.add(sign + lines.style().palette().strong(name));
        lines.labelled(DETAIL_INDENT, "expected  ", finding.expected());
        boolean seen = finding.outcome() != Outcome.NOT_CHECKED;
        lines.labelled(DETAIL_INDENT, seen ? "observed  " : "not seen  ", finding.observed());
        lines.labelled(DETAIL_INDENT, "remedy    ", finding.remedy());
        quote(finding.evidence(), DETAIL_INDENT, lines);
    }

    private static String passed(String sign, String name, String observed, Style style) {
        int before = INDENT + 2 + name.length() + 2;
        int room = Math.max(16, style.width() - before);
        return sign + name + "  "
                + Printable.truncate(
                        Printable.line(observed), room, style.glyphs().ellipsis());
    }

    private static void quote(List<String> quotations, int indent, TextLines lines) {
        quotations.stream().limit(MOST_QUOTED).forEach(line -> lines.quoted(indent, "> " + line));
        if (quotations.size() > MOST_QUOTED) {
            lines.wrapped(indent, "and " + (quotations.size() - MOST_QUOTED) + " more, all in the JSON report");
        }
    }

    private static String painted(Outcome outcome, Style style) {
        String glyph = style.glyphs().of(outcome);
        Palette palette = style.palette();
        return switch (outcome) {
            case PASS -> palette.good(glyph);
            case WARN -> palette.caution(glyph);
            case FAIL -> palette.bad(glyph);
            case NOT_CHECKED -> palette.faint(glyph);
        };
    }
}
