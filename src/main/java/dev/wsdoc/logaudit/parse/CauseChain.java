package dev.wsdoc.logaudit.parse;

import dev.wsdoc.logaudit.head.LineShape;
import dev.wsdoc.logaudit.parse.Cause.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes an entry apart into its chain of causes: the exceptions of Python, Java, .NET, Node.js, PHP and Rust traces with their frames,
 * and the message on top. One use per entry.
 */
public final class CauseChain {
    /** What stands before a deeper cause on the same line: .NET's arrow, Monolog's brackets. */
    private static final String[] INNER = {"---> ", "[previous exception] ", "[cause]: "};

    private static final Pattern GROUP_MARGIN = Pattern.compile("^\\s*[|+] ?(?:\\+[- ].*)?");

    /** Where the next of several exceptions begins: a Python group's, a .NET aggregate's. */
    private static final Pattern SIBLING = Pattern.compile("^\\s*\\+-+ (?!1 )\\d+ -+|---> \\(Inner Exception #");

    private static final Pattern LISTED = Pattern.compile("^\\s+(?:\\d+: )?(\\S.*)");
    private static final int LONGEST_TEXT = 8 * 1024;

    private final List<Cause> sections = new ArrayList<>();
    private StringBuilder text;
    private Role role = Role.MESSAGE;
    private List<String> frames = new ArrayList<>();
    private boolean python;

    /** Inside Rust's list of causes, one a line. */
    private boolean listed;

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
        if (rest.isEmpty() && !hasInner(message)) {
            String text = cut(message);
            return List.of(new Cause(text, List.of(), roleOf(text, Role.MESSAGE)));
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

    private static boolean hasInner(String message) {
        for (String inner : INNER) {
            if (message.contains(inner)) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** A message that is an exception and nothing else was thrown. */
    private static Role roleOf(String text, Role role) {
        return role == Role.MESSAGE && LineShape.isException(text.strip()) ? Role.THROWN : role;
    }

    static boolean bearsTrace(String text) {
        return text.lines().anyMatch(line -> LineShape.isFrame(line) || line.endsWith(LineShape.TRACEBACK));
    }

    private void line(String decorated) {
        boolean mayBeSibling = decorated.contains("+--") || decorated.contains("(Inner");
        if (mayBeSibling && SIBLING.matcher(decorated).find()) {
            setAside();
        }
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
        Matcher item = listed ? LISTED.matcher(line) : null;
        listed = item != null && item.matches();
        if (python) {
            python = false;
            add(line);
        } else if (item != null && listed) {
            open(item.group(1));
        } else if (stripped.equals("Caused by:")) {
            listed = true;
        } else if (stripped.regionMatches(true, 0, LineShape.CAUSED_BY, 0, LineShape.CAUSED_BY.length())
                || stripped.startsWith("Wrapped by: ")) {
            deepestFirst |= stripped.startsWith("Wrapped by: ");
            suppressed &= LineShape.isIndented(line);
            open(stripped.substring(stripped.indexOf(": ") + 2));
        } else if (stripped.startsWith("Suppressed: ")) {
            suppressed = true;
            open(stripped.substring("Suppressed: ".length()));
        } else if (stripped.startsWith("Next ") && LineShape.isException(stripped.substring("Next ".length()))) {
            setAside();
            open(stripped.substring("Next ".length()));
        } else if (stripped.startsWith("The above exception") || stripped.startsWith("During handling of")) {
            setAside();
        } else if (LineShape.isException(stripped)) {
            open(stripped);
        } else {
            add(line);
        }
    }

    private void open(String line) {
        close();
        thrown();
        add(line);
    }

    private void thrown() {
        role = suppressed ? Role.ASIDE : Role.THROWN;
    }

    /** What is being read did not get to whoever wrote the entry. */
    private void setAside() {
        role = role == Role.THROWN || LineShape.isException(text.toString().strip()) ? Role.ASIDE : role;
    }

    /** Adds to the text of the link, or begins deeper ones. */
    private void add(String line) {
        String rest = line;
        for (String inner : INNER) {
            for (int at = rest.indexOf(inner); at >= 0; at = rest.indexOf(inner)) {
                append(rest.substring(0, at));
                close();
                thrown();
                rest = rest.substring(at + inner.length());
            }
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
        boolean nothing = text.toString().isBlank() && frames.isEmpty() && !sections.isEmpty();
        if (!nothing) {
            String said = text.toString();
            sections.add(new Cause(said, List.copyOf(frames), roleOf(said, role)));
        }
        text = new StringBuilder();
        frames = new ArrayList<>();
    }
}
