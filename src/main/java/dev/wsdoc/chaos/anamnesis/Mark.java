package dev.wsdoc.chaos.anamnesis;

import org.jspecify.annotations.Nullable;

/**
 * How a numbered message is known again in whatever a server makes of it: sent as it was, or within something of the server's own. Pure.
 *
 * @param before what stands before the number; not empty
 * @param after what stands after it; may be empty
 */
public record Mark(String before, String after) {
    /** Stands for the number in what is said. */
    public static final String NUMBER = "{n}";

    private static final int MOST_DIGITS = 9;

    public Mark {
        if (before.isEmpty()) {
            throw new IllegalArgumentException("a number with nothing before it cannot be told from other numbers");
        }
    }

    /**
     * The mark that such words leave: what surrounds their number, as far as quotation marks and backslashes, which a server that speaks
     * JSON takes off or adds.
     *
     * @return null when the words have no number, or nothing by which it could be known
     */
    public static @Nullable Mark of(String words) {
        int at = words.indexOf(NUMBER);
        if (at < 0) {
            return null;
        }
        int start = at;
        while (start > 0 && !isQuoting(words.charAt(start - 1))) {
            start--;
        }
        int end = at + NUMBER.length();
        while (end < words.length() && !isQuoting(words.charAt(end))) {
            end++;
        }
        String before = words.substring(start, at);
        return before.isBlank() ? null : new Mark(before, words.substring(at + NUMBER.length(), end));
    }

    private static boolean isQuoting(char c) {
        return c == '"' || c == '\\' || c == '\'' || c < ' ';
    }

    /** The number in a text that carries this mark, in any case, 0 to 999,999,999; -1 when it carries none. */
    public int numberIn(String text) {
        for (int at = find(text, 0); at >= 0; at = find(text, at + 1)) {
            int start = at + before.length();
            int end = start;
            while (end < text.length() && end - start <= MOST_DIGITS && isDigit(text.charAt(end))) {
                end++;
            }
            if (end > start && end - start <= MOST_DIGITS && text.regionMatches(true, end, after, 0, after.length())) {
                return Integer.parseInt(text.substring(start, end));
            }
        }
        return -1;
    }

    /** Where the mark begins, in any case; -1 for nowhere. */
    private int find(String text, int from) {
        int last = text.length() - before.length();
        for (int at = from; at <= last; at++) {
            if (text.regionMatches(true, at, before, 0, before.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
