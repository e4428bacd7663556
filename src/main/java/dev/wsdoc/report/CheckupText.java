package dev.wsdoc.report;

import dev.wsdoc.report.CheckupFigures.Address;
import dev.wsdoc.report.CheckupFigures.Held;
import dev.wsdoc.report.CheckupFigures.Percentiles;
import dev.wsdoc.report.CheckupFigures.Phase;
import dev.wsdoc.report.CheckupFigures.Way;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A check-up's figures as headings and cells, which the text and the Markdown form share. */
final class CheckupText {
    static final List<String> ADDRESS_HEADS = List.of("address", "", ">connected in", "and then");
    static final List<String> PHASE_HEADS = List.of("phase", ">took", "");
    static final List<String> SERIES_HEADS = List.of("phase", ">n", ">min", ">p50", ">p90", ">p99", ">max");
    static final List<String> HELD_HEADS = List.of("client", ">held for", ">pings", "ended");

    private static final int BAR_COLUMNS = 24;
    private static final int WIDE = 76;
    private static final String NONE = "-";

    private CheckupText() {}

    static void add(CheckupFigures figures, TextLines lines) {
        if (figures.addresses().size() > 1) {
            table("Addresses", ADDRESS_HEADS, addresses(figures), lines);
        }
        if (!figures.phases().isEmpty()) {
            boolean hasBar = lines.style().width() >= WIDE;
            lines.heading("Phases");
            Table table = new Table(hasBar ? List.of("", ">", "", "") : List.of("", ">", ""));
            rows(figures.phases(), hasBar, lines.style().glyphs()).forEach(row -> table.row(row.toArray()));
            lines.table(2, table);
        }
        List<List<String>> series = series(figures);
        if (!series.isEmpty()) {
            table("Series", SERIES_HEADS, series, lines);
        }
        for (Way way : figures.cuts()) {
            table("Who cuts, " + Printable.line(way.name()), HELD_HEADS, held(way), lines);
        }
    }

    private static void table(String title, List<String> heads, List<List<String>> rows, TextLines lines) {
        lines.heading(title);
        Table table = new Table(heads);
        rows.forEach(row -> table.row(row.toArray()));
        lines.table(2, table);
    }

    static List<List<String>> addresses(CheckupFigures figures) {
        return figures.addresses().stream().map(CheckupText::cells).toList();
    }

    private static List<String> cells(Address address) {
        return List.of(
                address.address(),
                address.family(),
                millis(address.connectMs()),
                (address.examined() ? "examined: " : "") + address.remark());
    }

    static List<List<String>> phases(CheckupFigures figures) {
        return figures.phases().stream()
                .map(phase -> List.of(phase.name(), millis(phase.ms()), phase.remark()))
                .toList();
    }

    private static List<List<String>> rows(List<Phase> phases, boolean hasBar, Glyphs glyphs) {
        double total = phases.stream().mapToDouble(CheckupText::length).sum();
        double before = 0;
        List<List<String>> rows = new ArrayList<>();
        for (Phase phase : phases) {
            List<String> row = new ArrayList<>(List.of(phase.name(), millis(phase.ms())));
            if (hasBar) {
                row.add(bar(before, length(phase), total, glyphs));
            }
            row.add(phase.remark());
            rows.add(row);
            before += length(phase);
        }
        return rows;
    }

    private static double length(Phase phase) {
        Double ms = phase.ms();
        return ms == null ? 0 : ms;
    }

    /** Where in the whole a phase begins and ends; whatever took time is seen. */
    private static String bar(double before, double length, double total, Glyphs glyphs) {
        if (total <= 0 || length <= 0) {
            return " ".repeat(BAR_COLUMNS);
        }
        int start = (int) Math.min(BAR_COLUMNS - 1, Math.floor(BAR_COLUMNS * before / total));
        int end = (int) Math.max(start + 1, Math.round(BAR_COLUMNS * (before + length) / total));
        return " ".repeat(start) + glyphs.bar().repeat(end - start) + " ".repeat(BAR_COLUMNS - end);
    }

    static List<List<String>> series(CheckupFigures figures) {
        List<List<String>> rows = new ArrayList<>();
        for (Phase phase : figures.phases()) {
            Percentiles series = phase.series();
            if (series != null) {
                rows.add(List.of(
                        phase.name(),
                        String.valueOf(series.count()),
                        millis(series.min()),
                        millis(series.p50()),
                        millis(series.p90()),
                        millis(series.p99()),
                        millis(series.max())));
            }
        }
        return rows;
    }

    static List<List<String>> held(Way way) {
        return way.held().stream().map(CheckupText::cells).toList();
    }

    private static List<String> cells(Held held) {
        return List.of(
                held.kind(),
                Amount.millis((double) held.heldMs()),
                String.valueOf(held.pings()),
                held.end() == null ? "by nobody" : held.end());
    }

    private static String millis(@Nullable Double ms) {
        return ms == null ? NONE : Amount.millis(ms);
    }
}
