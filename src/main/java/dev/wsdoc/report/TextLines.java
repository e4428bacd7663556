package dev.wsdoc.report;

import java.util.ArrayList;
import java.util.List;

/** The lines of a text report as they are put together. Used by one thread. */
public final class TextLines {
    private final TextStyle style;
    private final List<String> lines = new ArrayList<>();

    public TextLines(TextStyle style) {
        this.style = style;
    }

    public TextStyle style() {
        return style;
    }

    public List<String> all() {
        return lines;
    }

    /** A line that is printable and laid out already. */
    public void add(String line) {
        lines.add(line);
    }

    public void heading(String text) {
        add("");
        add(style.palette().strong(text));
    }

    void table(int indent, Table table) {
        lines.addAll(table.lines(style, indent));
    }

    /** Foreign or long text, on as many lines as it takes. */
    void wrapped(int indent, String text) {
        labelled(indent, "", text);
    }

    void facts(int indent, List<String> facts) {
        wrapped(indent, String.join(style.glyphs().separator(), facts));
    }

    /** Text beside a label; its further lines are indented as far as the first. */
    public void labelled(int indent, String label, String text) {
        int before = indent + label.length();
        String lead = " ".repeat(indent) + style.palette().faint(label);
        for (String part : Printable.wrap(Printable.line(text), Math.max(16, style.width() - before))) {
            add((lead + part).stripTrailing());
            lead = " ".repeat(before);
        }
    }

    /** A quotation, cut off where the line ends. */
    void quoted(int indent, String text) {
        int width = Math.max(16, style.width() - indent);
        add(" ".repeat(indent)
                + style.palette()
                        .faint(Printable.truncate(
                                Printable.line(text), width, style.glyphs().ellipsis())));
    }
}
