package dev.wsdoc.report;

import dev.wsdoc.report.Comparison.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A comparison as a table for a person. Stateless. */
public final class ComparisonText {
    private ComparisonText() {}

    /** The table, and what it comes to. */
    public static List<String> lines(Comparison comparison, TextStyle style) {
        Side before = comparison.before();
        Side after = comparison.after();
        Table table = new Table(List.of("", ">" + before.server(), ">" + after.server()));
        table.row("verdict", before.verdict().label(), after.verdict().label());
        for (String level : levels(before, after)) {
            table.row("log lines at " + level, count(before, level), count(after, level));
        }
        table.row("'Unexpected error' entries", before.unexpectedErrorLines(), after.unexpectedErrorLines());
        table.row("retries", before.retries(), after.retries());
        table.row("left behind, still listed", before.leftBehind(), after.leftBehind());
        for (int i = 0; i < before.faults().size(); i++) {
            String fault = before.faults().get(i).fault();
            table.row(fault + " noticed", noticed(before, i), noticed(after, i));
            table.row(fault + " time to detect p50, max", detect(before, i), detect(after, i));
        }
        List<String> lines = new ArrayList<>(table.lines(style, 0));
        lines.add("");
        lines.add(style.palette().strong(reduction(comparison)));
        return lines;
    }

    private static List<String> levels(Side before, Side after) {
        return Levels.sorted(Stream.of(before, after)
                .flatMap(side -> side.linesByLevel().keySet().stream())
                .toList());
    }

    private static long count(Side side, String level) {
        return side.linesByLevel().getOrDefault(level, 0L);
    }

    private static String noticed(Side side, int fault) {
        FaultFigures figures = side.faults().get(fault);
        return figures.noticed() + " of " + figures.inflicted();
    }

    private static String detect(Side side, int fault) {
        Quantiles quantiles = side.faults().get(fault).detectMs();
        return quantiles == null ? "-" : Amount.millis(quantiles.p50()) + ", " + Amount.millis(quantiles.max());
    }

    private static String reduction(Comparison comparison) {
        Double percent = comparison.reductionPercent();
        return percent == null
                ? "No unexpected error before, so there is nothing to reduce"
                : String.format(Locale.ROOT, "'Unexpected error' entries reduced by %.1f %%", percent);
    }
}
