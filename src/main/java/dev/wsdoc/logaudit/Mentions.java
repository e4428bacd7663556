package dev.wsdoc.logaudit;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a log entry may name a connection by.
 *
 * @param ports numbers that stand where a peer's port does, as in {@code 127.0.0.1:53124} or {@code ('127.0.0.1', 53124)}
 * @param words what may be a connection's id or a path, such as {@code /ws/room}; a path is without its query
 */
public record Mentions(Set<Integer> ports, Set<String> words) {
    private static final int LONGEST = 8 * 1024; // of an entry: names stand at its beginning
    private static final int SHORTEST_WORD = 4;
    private static final int PORT_DIGITS = 5;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LOOKS_BACK = 12;
    private static final Pattern ANNOUNCED =
            Pattern.compile(".*port[\"']?\\s*[:= ]\\s*[\"']?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    public Mentions {
        ports = Set.copyOf(ports);
        words = Set.copyOf(words);
    }

    public static Mentions in(String text) {
        Set<Integer> ports = new TreeSet<>();
        Set<String> words = new TreeSet<>();
        int end = Math.min(text.length(), LONGEST);
        int at = 0;
        while (at < end) {
            int from = at;
            while (at < end && isOfWord(text.charAt(at))) {
                at++;
            }
            if (at - from >= SHORTEST_WORD) {
                word(text, from, at, ports, words);
            }
            at++;
        }
        return new Mentions(ports, words);
    }

    private static void word(String text, int from, int to, Set<Integer> ports, Set<String> words) {
        int end = to;
        while (end > from && text.charAt(end - 1) == '.') {
            end--;
        }
        words.add(text.substring(from, end));
        int port = port(text, from, to);
        if (port > 0 && followsAHost(text, from)) {
            ports.add(port);
        }
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '/' || c == '.' || c == '~' || c == '%';
    }

    /** Four or five digits as a number, which client ports are; 0 for anything else. Go writes an arrow behind them. */
    private static int port(String text, int from, int to) {
        int end = from;
        while (end < to && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        boolean isNumber = end == to || !Character.isLetterOrDigit(text.charAt(end));
        if (!isNumber || end - from < SHORTEST_WORD || end - from > PORT_DIGITS) {
            return 0;
        }
        int number = Integer.parseInt(text.substring(from, end));
        return number <= HIGHEST_PORT ? number : 0;
    }

    private static boolean followsAHost(String text, int at) {
        String before = text.substring(Math.max(0, at - LOOKS_BACK), at);
        if (before.endsWith(":") && before.length() > 1) {
            char last = before.charAt(before.length() - 2);
            if (Character.isDigit(last) || last == ']' || before.endsWith("localhost:")) {
                return true;
            }
        }
        return before.endsWith("', ")
                || before.endsWith("\", ")
                || before.endsWith("},")
                || ANNOUNCED.matcher(before).matches();
    }
}
