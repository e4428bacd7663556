package dev.wsdoc.cli.logs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.parse.LogEntry;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.model.Json;
import dev.wsdoc.report.JsonText;
import dev.wsdoc.report.Palette;
import dev.wsdoc.report.Printable;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code wsdoc logs --explain}: every entry as it is judged, on a line or two. Buffers; used by the command's thread. */
final class LogsExplanation implements Consumer<Judged> {
    private static final int BUFFER = 16 * 1024;
    private static final int LONGEST_TEXT = 300;

    private final PrintWriter out;
    private final Form form;
    private final Palette palette;
    private final StringBuilder buffer = new StringBuilder();

    /** The log that the entries are from, null where there is only one. */
    private @Nullable String source;

    /** What is written for an entry. */
    enum Form {
        TEXT,
        JSON
    }

    LogsExplanation(PrintWriter out, Form form, Palette palette) {
        this.out = out;
        this.form = form;
        this.palette = palette;
    }

    /** The entries to come are from this one of several logs. */
    void from(String log) {
        source = log;
    }

    @Override
    public void accept(Judged judged) {
        if (form == Form.JSON) {
            json(judged);
        } else {
            text(judged);
        }
        if (buffer.length() >= BUFFER) {
            flush();
        }
    }

    /** Writes what is still held back. */
    void flush() {
        if (buffer.length() > 0) {
            out.append(buffer);
            out.flush();
            buffer.setLength(0);
        }
    }

    private void json(Judged judged) {
        LogEntry entry = judged.entry();
        ObjectNode object = Json.mapper().createObjectNode();
        if (source != null) {
            object.put("file", source);
        }
        object.put("line", entry.line())
                .put("lines", entry.lines())
                .put("level", name(entry.level()))
                .put("category", name(judged.category()))
                .put("rule", judged.rule())
                .put("text", entry.text());
        buffer.append(JsonText.line(object));
    }

    private void text(Judged judged) {
        LogEntry entry = judged.entry();
        Level level = entry.level();
        String category =
                judged.category() == null ? "no disconnect" : judged.category().name();
        buffer.append(source == null ? "line " : Printable.line(source) + ":")
                .append(entry.line())
                .append(entry.lines() == 1 ? "" : "-" + lastLine(entry))
                .append("  ")
                .append(level == null ? "-" : level)
                .append("  ")
                .append(paint(judged, category))
                .append("  ")
                .append(Printable.truncate(Printable.line(entry.text()), LONGEST_TEXT, "..."))
                .append("\n    ")
                .append(palette.faint(judged.rule() == null ? "no rule" : "rule " + judged.rule()))
                .append(": ")
                .append(Printable.line(judged.why()))
                .append('\n');
    }

    /** Blank lines between do count. */
    private static long lastLine(LogEntry entry) {
        return entry.line() + entry.lines() - 1;
    }

    private String paint(Judged judged, String category) {
        if (judged.needsHuman()) {
            return palette.bad(category);
        }
        return judged.isNoise() ? palette.caution(category) : category;
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
