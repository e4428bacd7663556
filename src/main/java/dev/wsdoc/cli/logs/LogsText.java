package dev.wsdoc.cli.logs;

import dev.wsdoc.logaudit.AuditSummary;
import dev.wsdoc.logaudit.AuditSummary.Cell;
import dev.wsdoc.logaudit.NoisySentence;
import dev.wsdoc.logaudit.Since;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.model.Category;
import dev.wsdoc.report.Amount;
import dev.wsdoc.report.Printable;
import dev.wsdoc.report.Table;
import dev.wsdoc.report.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Audits of logs for people. Used once. */
final class LogsText {
    private static final int INDENT = 2;
    private static final String NOTHING = "-";

    private final TextStyle style;
    private final int most;
    private final List<String> lines = new ArrayList<>();

    /** {@code most} sentences are shown of each kind. */
    LogsText(TextStyle style, int most) {
        this.style = style;
        this.most = most;
    }

    List<String> lines(LogsAudit audit) {
        AuditSummary summary = audit.summary();
        lines.add(style.palette().strong("wsdoc logs") + "  " + Printable.line(audit.name()) + separator()
                + Amount.of(summary.lines(), "line") + separator() + incidents(summary.incidents()));
        for (Unread one : audit.unread()) {
            line(style.palette().caution("not read: " + Printable.line(one.line())));
        }
        if (audit.since() != null) {
            since(audit.since());
        }
        if (!summary.cells().isEmpty()) {
            heading("Incidents by category and level, their lines in brackets");
            lines.addAll(table(summary.cells()).lines(style, INDENT));
        }
        List<NoisySentence> said = summary.noisiest(Integer.MAX_VALUE);
        sentences(
                "Needs a human: ",
                summary.needsHuman(),
                "no error that nobody expected",
                said,
                judged -> judged.needsHuman());
        sentences("Noise: ", summary.noise(), "no expected disconnect above DEBUG", said, Judged::isNoise);
        if (summary.unknown() > 0) {
            sentences("Unknown: ", summary.unknown(), "", said, Judged::isUnknown);
        }
        return lines;
    }

    private Table table(List<Cell> cells) {
        List<@Nullable Level> levels = cells.stream()
                .map(Cell::level)
                .distinct()
                .sorted(Comparator.nullsLast(Comparator.<Level>reverseOrder()))
                .toList();
        List<String> heads = new ArrayList<>(List.of("category"));
        levels.forEach(level -> heads.add(">" + label(level)));
        Table table = new Table(heads);
        for (Category category : cells.stream().map(Cell::category).distinct().toList()) {
            List<Object> row = new ArrayList<>(List.of(label(category)));
            levels.forEach(level -> row.add(cell(cells, category, level)));
            table.row(row.toArray());
        }
        return table;
    }

    private static String cell(List<Cell> cells, @Nullable Category category, @Nullable Level level) {
        return cells.stream()
                .filter(cell -> cell.category() == category && cell.level() == level)
                .findFirst()
                .map(cell -> cell.incidents() + " (" + cell.lines() + ")")
                .orElse(NOTHING);
    }

    private void sentences(String title, long count, String none, List<NoisySentence> said, Predicate<Judged> wanted) {
        heading(title + (count == 0 ? none : incidents(count)));
        List<NoisySentence> found =
                said.stream().filter(one -> wanted.test(one.judged())).toList();
        found.stream().limit(most).forEach(this::sentence);
        if (found.size() > most) {
            line(style.palette().faint("and " + Amount.of(found.size() - most, "more sentence") + " (--top)"));
        }
    }

    private void sentence(NoisySentence one) {
        String head = one.incidents() + " x" + (one.lines() == one.incidents() ? "" : " (" + one.lines() + " lines)")
                + "  " + label(one.level()) + "  " + label(one.category()) + "  " + Printable.line(one.sentence());
        line(Printable.truncate(
                head, Math.max(20, style.width() - INDENT), style.glyphs().ellipsis()));
        String place = one.source() + ":" + one.example().line();
        String example = "    e.g. " + Printable.line(place) + ": "
                + Printable.line(firstLine(one.example().raw()));
        line(style.palette()
                .faint(Printable.truncate(
                        example,
                        Math.max(20, style.width() - INDENT),
                        style.glyphs().ellipsis())));
        String rule = one.rule() == null ? "no rule" : "rule " + one.rule();
        line(style.palette().faint("    " + rule + ": " + Printable.line(one.why())));
    }

    private static String firstLine(String raw) {
        int end = raw.indexOf('\n');
        return end < 0 ? raw : raw.substring(0, end);
    }

    private void since(Since since) {
        line(Amount.share(since.passed(), since.entries(), "incident")
                + Amount.word(Math.min(since.passed(), since.entries()), " is", " are") + " from then or later; "
                + (since.entries() - since.timed())
                + Amount.word(
                        since.entries() - since.timed(),
                        " had no time of its own and was taken with the entry before",
                        " had no time of their own and were taken with the entry before"));
        if (since.unplaced() > 0) {
            line(style.palette()
                    .caution(incidents(since.unplaced())
                            + Amount.word(
                                    since.unplaced(),
                                    " before the first time was left out: nothing tells when it was written",
                                    " before the first time were left out: nothing tells when they were written")));
        }
        if (since.unreadable() > 0) {
            line(style.palette()
                    .caution(incidents(since.unreadable())
                            + " had a time that names no point in time, such as '"
                            + Printable.line(since.unreadableExample())
                            + "'"));
        }
    }

    private static String incidents(long count) {
        return Amount.of(count, "incident");
    }

    static String label(@Nullable Category category) {
        return category == null ? "(no disconnect)" : category.name();
    }

    static String label(@Nullable Level level) {
        return level == null ? "no level" : level.name();
    }

    private String separator() {
        return style.glyphs().separator();
    }

    private void heading(String text) {
        lines.add("");
        lines.add(style.palette().strong(text));
    }

    private void line(String text) {
        lines.add(" ".repeat(INDENT) + text);
    }
}
