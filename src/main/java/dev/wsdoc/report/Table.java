package dev.wsdoc.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in aligned columns, two blanks apart. The last column takes what is left of the width and goes on below itself
 * when its text is longer. Cells are made {@linkplain Printable#line printable}.
 *
 * <p>Not thread-safe; built and written by one thread.
 */
public final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST_LAST = 16;

    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Makes a table without rows.
     *
     * @param heads the columns' headings; one that starts with {@code >} makes its column flush right; when all
     *     are empty there is no line of headings
     */
    public Table(List<String> heads) {
        this.heads = heads.stream().map(Printable::line).toList();
    }

    /** Adds a row, which has a cell for each heading. */
    public Table row(Object... cells) {
        if (cells.length != heads.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + heads.size() + " columns " + heads);
        }
        List<String> row = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            row.add(Printable.line(cell.toString()));
        }
        rows.add(row);
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The heading and the rows, each line indented by {@code indent} blanks. */
    public List<String> lines(TextStyle style, int indent) {
        int[] widths = widths();
        int last = heads.size() - 1;
        int before = indent;
        for (int i = 0; i < last; i++) {
            before += widths[i] + GAP.length();
        }
        int room = Math.max(NARROWEST_LAST, style.width() - before);
        List<String> lines = new ArrayList<>();
        if (!heads.stream().map(Table::title).allMatch(String::isEmpty)) {
            lines.add(
                    style.palette().faint(line(heads.stream().map(Table::title).toList(), widths, indent)));
        }
        for (List<String> row : rows) {
            List<String> parts = isRight(last) ? List.of(row.get(last)) : Printable.wrap(row.get(last), room);
            lines.add(line(withLast(row, parts.get(0)), widths, indent));
            for (String part : parts.subList(1, parts.size())) {
                lines.add(" ".repeat(before) + part);
            }
        }
        return lines;
    }

    private static List<String> withLast(List<String> row, String cell) {
        List<String> changed = new ArrayList<>(row);
        changed.set(row.size() - 1, cell);
        return changed;
    }

    private String line(List<String> cells, int[] widths, int indent) {
        StringBuilder out = new StringBuilder(" ".repeat(indent));
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String padding = " ".repeat(Math.max(0, widths[i] - Printable.columns(cell)));
            out.append(i == 0 ? "" : GAP).append(isRight(i) ? padding + cell : cell + padding);
        }
        return out.toString().stripTrailing();
    }

    private int[] widths() {
        int[] widths = new int[heads.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Printable.columns(title(heads.get(i)));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], Printable.columns(row.get(i)));
            }
        }
        if (!isRight(widths.length - 1)) {
            widths[widths.length - 1] = 0;
        }
        return widths;
    }

    private boolean isRight(int column) {
        return heads.get(column).startsWith(">");
    }

    private static String title(String head) {
        return head.startsWith(">") ? head.substring(1) : head;
    }
}
