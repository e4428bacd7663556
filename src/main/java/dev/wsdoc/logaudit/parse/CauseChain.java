package dev.wsdoc.logaudit.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes an entry apart into its chain of causes: the exceptions of Python, Java, .NET and Node.js traces with their frames, and the
 * message on top. One use per entry.
 */
public final class CauseChain {
    private static final String INNER = "---> ";
    private static final Pattern GROUP_MARGIN = Pattern.compile("^\\s*[|+] ?(?:\\+[- ].*)?");
    private static final int LONGEST_TEXT = 8 * 1024;

    private final List<Cause> sections = new ArrayList<>();
    private StringBuilder text;
    private List<String> frames = new ArrayList<>();
    private boolean python;

    /** How far the traceback is indented that is being read. */
    private int margin;

    private boolean suppressed;
    private boolean deepestFirst;

    private CauseChain(String message) {
        text = new StringBuilder();
        add(message);
    }

    /** The chain, the link that decides first and the message last; {@code rest} are the entry's other lines. */
    public static List<Cause> of(String message, List<String> rest) {
        if (rest.isEmpty() && !message.contains(INNER)) {
            return List.of(new Cause(cut(message), List.of()));
        }
        CauseChain chain = new CauseChain(message);
        rest.forEach(chain::line);
        chain.close();
        List<Cause> ordered = new ArrayList<>(chain.sections);
        if (chain.deepestFirst) {
            ordered.add(ordered.remove(0));
        } else {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    static boolean bearsTrace(String text) {
        return text.lines().anyMatch(line -> LineShape.isFrame(line) || line.endsWith(LineShape.TRACEBACK));
    }

    private void line(String decorated) {
        String line = withoutMargin(decorated);
        if (LineShape.isBlank(line)) {
            return;
        }
        if (line.endsWith(LineShape.TRACEBACK)) {
            python = true;
            margin = LineShape.indentation(line);
            open("");
        } else if (python && LineShape.indentation(line) > margin) {
            frames.add(0, line);
        } else if (LineShape.isFrame(line)) {
            frames.add(line);
        } else {
            message(line);
        }
    }

    /** Python draws a margin of bars around the exceptions of a group. */
    private static String withoutMargin(String line) {
        int first = LineShape.indentation(line);
        boolean margin = first < line.length() && "|+".indexOf(line.charAt(first)) >= 0;
        return margin ? GROUP_MARGIN.matcher(line).replaceFirst("") : line;
    }

    private void message(String line) {
        String stripped = line.strip();
        if (python) {
            python = false;
            add(line);
        } else if (stripped.startsWith(LineShape.CAUSED_BY) || stripped.startsWith("Wrapped by: ")) {
            deepestFirst |= stripped.startsWith("Wrapped by: ");
            suppressed &= LineShape.isIndented(line);
            open(stripped.substring(stripped.indexOf(": ") + 2));
        } else if (stripped.startsWith("Suppressed: ")) {
            close();
            suppressed = true;
        } else if (LineShape.isException(stripped)) {
            open(stripped);
        } else if (!stripped.startsWith("The above exception") && !stripped.startsWith("During handling of")) {
            add(line);
        }
    }

    private void open(String line) {
        close();
        add(line);
    }

    /** Adds to the text of the link; .NET writes inner exceptions behind an arrow, on the same line or on the next. */
    private void add(String line) {
        String rest = line;
        for (int arrow = rest.indexOf(INNER); arrow >= 0; arrow = rest.indexOf(INNER)) {
            append(rest.substring(0, arrow));
            close();
            rest = rest.substring(arrow + INNER.length());
        }
        append(rest);
    }

    private void append(String line) {
        int room = LONGEST_TEXT - text.length();
        if (room > 0) {
            text.append(text.length() == 0 ? "" : "\n").append(line, 0, Math.min(room, line.length()));
        }
    }

    private void close() {
        boolean nothing = text.length() == 0 && frames.isEmpty() && !sections.isEmpty();
        if (!suppressed && !nothing) {
            sections.add(new Cause(text.toString(), List.copyOf(frames)));
        }
        text = new StringBuilder();
        frames = new ArrayList<>();
    }
}
