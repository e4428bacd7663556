package dev.wsdoc.cli.logs;

import dev.wsdoc.logaudit.AuditComparison;
import dev.wsdoc.logaudit.AuditComparison.Change;
import dev.wsdoc.logaudit.AuditSummary;
import dev.wsdoc.report.Printable;
import dev.wsdoc.report.Table;
import dev.wsdoc.report.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Two logs side by side, for people. Stateless. */
final class LogsComparisonText {
    private static final int INDENT = 2;

    /** All but a few of many are not all of them. */
    private static final double NEARLY_ALL = 99.9;

    private LogsComparisonText() {}

    static List<String> lines(LogsAudit before, LogsAudit after, TextStyle style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.palette().strong("wsdoc logs") + "  " + Printable.line(before.name()) + " -> "
                + Printable.line(after.name()));
        lines.add("");
        lines.add(style.palette().strong("Incidents by category and level"));
        lines.addAll(cells(before.summary(), after.summary()).lines(style, INDENT));
        lines.add("");
        lines.add(style.palette().strong("In all"));
        lines.addAll(totals(before.summary(), after.summary()).lines(style, INDENT));
        return lines;
    }

    private static Table cells(AuditSummary before, AuditSummary after) {
        Table table = new Table(List.of("category", "level", ">before", ">after", "change"));
        for (Change change : AuditComparison.of(before, after)) {
            table.row(
                    LogsText.label(change.category()),
                    LogsText.label(change.level()),
                    change.before(),
                    change.after(),
                    change(change.before(), change.after()));
        }
        return table;
    }

    private static Table totals(AuditSummary before, AuditSummary after) {
        Table totals = new Table(List.of("", ">before", ">after", "change"));
        total(totals, "lines", before.lines(), after.lines());
        total(totals, "incidents", before.incidents(), after.incidents());
        total(totals, "noise", before.noise(), after.noise());
        total(totals, "needs a human", before.needsHuman(), after.needsHuman());
        total(totals, "'unexpected error' entries", before.unexpectedErrors(), after.unexpectedErrors());
        return totals;
    }

    private static void total(Table table, String what, long before, long after) {
        table.row(what, before, after, change(before, after));
    }

    /** In per cent, or in words where there is nothing to reduce. */
    private static String change(long before, long after) {
        if (before == after) {
            return before == 0 ? "none before, none after" : "unchanged";
        }
        @Nullable Double percent = AuditComparison.reductionPercent(before, after);
        if (percent == null) {
            return "new: none before";
        }
        double shown = after > 0 && percent > NEARLY_ALL ? NEARLY_ALL : Math.abs(percent);
        return String.format(Locale.ROOT, percent > 0 ? "%.1f %% less" : "%.1f %% more", shown);
    }
}
