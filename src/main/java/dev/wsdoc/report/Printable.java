package dev.wsdoc.report;

import dev.wsdoc.model.Secrets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes foreign text, such as a server's log lines, fit to be shown: nothing in it can steer a terminal, reorder a line
 * or break a document's markup, and no {@linkplain Secrets secret} is given away. Widths count code points.
 */
public final class Printable {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Printable() {}

    /** On one line: control, format and unpaired surrogate characters as escapes such as {@code \x1b}, tabs as blanks. */
    public static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Secrets.mask(text).codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    /** Like {@link #line}, but line feeds stay. */
    public static String block(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Secrets.mask(text).codePoints().filter(c -> c != '\r').forEach(c -> {
            if (c == '\n') {
                out.append('\n');
            } else {
                append(out, c);
            }
        });
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '\t' -> out.append("    ");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            default -> {
                if (isHarmless(c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append(String.format(c < 0x100 ? "\\x%02x" : "\\u%04x", c));
                }
            }
        }
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** The text, or its beginning and the ellipsis when it is wider than {@code width} columns. */
    public static String truncate(String text, int width, String ellipsis) {
        if (columns(text) <= width) {
            return text;
        }
        int kept = Math.max(0, width - columns(ellipsis));
        return text.substring(0, text.offsetByCodePoints(0, kept)) + ellipsis;
    }

    /** Lines of at most {@code width} columns, broken at blanks, and within words only where a word is wider. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : BLANKS.split(text.strip(), -1)) {
            if (line.length() > 0 && columns(line) + 1 + columns(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
            while (columns(line) > width) {
                int cut = line.offsetByCodePoints(0, width);
                lines.add(line.substring(0, cut));
                line.delete(0, cut);
            }
        }
        lines.add(line.toString());
        return Collections.unmodifiableList(lines);
    }

    static int columns(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
