package dev.wsdoc.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of GitHub-flavoured Markdown in which foreign text stays text. */
final class Markdown {
    /** A step summary may take 1 MiB in all. */
    private static final int LONGEST_QUOTE = 500;

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|~$]");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** Text that is shown as it is, on one line: punctuation with a meaning is escaped, so are tags and mentions. */
    static String escape(String text) {
        return SPECIAL.matcher(Printable.line(text))
                .replaceAll("\\\\$0")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }

    /** A code span, fenced by more backticks than the text has in a row. */
    static String code(String text) {
        String fence = "`".repeat(longestRun(text) + 1);
        String padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + padding + Printable.line(text) + padding + fence;
    }

    /** A table, unless it has no rows; headings that start with {@code >} are of numbers. */
    static void table(List<String> heads, List<List<String>> rows, List<String> lines) {
        if (rows.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(row(heads.stream()
                .map(head -> head.startsWith(">") ? head.substring(1) : head)
                .toList()));
        lines.add("|"
                + "%s|"
                        .repeat(heads.size())
                        .formatted(heads.stream()
                                .map(head -> head.startsWith(">") ? "--:" : "---")
                                .toArray()));
        rows.forEach(cells -> lines.add(row(cells)));
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells.stream().map(Markdown::escape).toList()) + " |";
    }

    /** Lines quoted in a block that is folded at first; nothing when there are none. */
    static void details(String title, List<String> quoted, List<String> lines) {
        if (quoted.isEmpty()) {
            return;
        }
        String fence = "`"
                .repeat(Math.max(
                        3,
                        1 + quoted.stream().mapToInt(Markdown::longestRun).max().orElse(0)));
        lines.add("");
        lines.add("<details><summary>" + escape(title) + " (" + Amount.of(quoted.size(), "line") + ")</summary>");
        lines.add("");
        lines.add(fence + "text");
        quoted.forEach(line -> lines.add(Printable.truncate(Printable.line(line), LONGEST_QUOTE, "…")));
        lines.add(fence);
        lines.add("");
        lines.add("</details>");
    }

    private static int longestRun(String text) {
        Matcher runs = BACKTICKS.matcher(text);
        int longest = 0;
        while (runs.find()) {
            longest = Math.max(longest, runs.end() - runs.start());
        }
        return longest;
    }
}
