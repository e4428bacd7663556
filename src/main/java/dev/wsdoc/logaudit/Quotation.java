package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.head.LineShape;
import dev.wsdoc.logaudit.parse.LogEntry;
import java.util.ArrayList;
import java.util.List;

/** Quotes log entries so that a reader sees what happened: an entry with a trace by its error's message. Pure. */
public final class Quotation {
    private static final int LONGEST = 300;
    private static final int MOST_LINES = 10;
    private static final int BEFORE_THE_ERROR = 3;

    private Quotation() {}

    /** The entry as one line: how it begins, and the message of its error where that stands beneath. */
    public static String line(LogEntry entry) {
        List<String> lines = lines(entry);
        int error = error(lines);
        String first = cut(lines.isEmpty() ? "" : lines.get(0));
        boolean isTold = error <= 0 || first.contains(lines.get(error).strip());
        return "line " + entry.line() + ": " + first
                + (isTold ? "" : " … " + cut(lines.get(error).strip()));
    }

    /** The entry from its start, at most {@value #MOST_LINES} lines, among them its error's message. */
    public static List<String> incident(LogEntry entry) {
        List<String> lines = lines(entry);
        List<String> quoted = new ArrayList<>();
        int error = error(lines);
        int at = 0;
        if (error > BEFORE_THE_ERROR) {
            lines.subList(0, BEFORE_THE_ERROR - 1).forEach(line -> quoted.add(cut(line)));
            quoted.add("…");
            at = error;
        }
        while (at < lines.size() && quoted.size() < MOST_LINES) {
            quoted.add(cut(lines.get(at)));
            at++;
        }
        return quoted;
    }

    private static List<String> lines(LogEntry entry) {
        return entry.raw().lines().filter(line -> !line.isBlank()).toList();
    }

    /** Where the error's message stands, {@code SomeError: message}; the first line where none is to be found. */
    private static int error(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (isError(lines.get(i).strip())) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isError(String line) {
        return line.contains(": ")
                && !line.startsWith(LineShape.TRACEBACK)
                && (line.startsWith("Error: ") || line.startsWith("panic: ") || LineShape.isException(line));
    }

    private static String cut(String line) {
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
