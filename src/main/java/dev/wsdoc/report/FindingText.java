package dev.wsdoc.report;

import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        alike(findings).forEach(group -> add(group, names, lines));
        List<String> unquoted = Figures.unquotedLines(report);
        if (!unquoted.isEmpty()) {
            lines.heading("Offending log lines");
            quote(unquoted, INDENT, lines);
        }
    }

    /** Each by itself, but for those that were not checked for the same reason: they share a place, that of the first. */
    private static Collection<List<Finding>> alike(List<Finding> findings) {
        Map<Object, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Object key = finding.outcome() == Outcome.NOT_CHECKED
                    ? List.of(finding.observed(), finding.remedy())
                    : finding.check().name();
            groups.computeIfAbsent(key, same -> new ArrayList<>()).add(finding);
        }
        return groups.values();
    }

    private static void add(List<Finding> group, int names, TextLines lines) {
        Finding first = group.get(0);
        if (group.size() == 1) {
            add(first, names, lines);
            return;
        }
        String all = group.stream().map(finding -> finding.check().name()).collect(Collectors.joining(", "));
        lines.labelled(INDENT, lines.style().glyphs().of(Outcome.NOT_CHECKED) + " ", all);
        addReason(first, lines);
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
        addReason(finding, lines);
        quote(finding.evidence(), DETAIL_INDENT, lines);
    }

    private static void addReason(Finding finding, TextLines lines) {
        boolean seen = finding.outcome() != Outcome.NOT_CHECKED;
        lines.labelled(DETAIL_INDENT, seen ? "observed  " : "not seen  ", finding.observed());
        lines.labelled(DETAIL_INDENT, "remedy    ", finding.remedy());
    }

    private static String passed(String sign, String name, String observed, TextStyle style) {
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

    private static String painted(Outcome outcome, TextStyle style) {
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
