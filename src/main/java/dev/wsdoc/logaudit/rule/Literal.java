package dev.wsdoc.logaudit.rule;

import java.util.Locale;

/**
 * A piece of text that a rule asks for.
 *
 * @param word in lower case
 * @param openLeft whether letters and digits may stand before it
 * @param openRight whether letters and digits may stand behind it
 * @param ascii whether the word is ASCII throughout
 */
record Literal(String word, boolean openLeft, boolean openRight, boolean ascii) {
    private static final String OPEN = "*";
    private static final boolean[] WORD_CHARS = wordChars();

    /** From a rule's notation, in which a {@code *} opens an end. */
    static Literal of(String notation) {
        boolean left = notation.startsWith(OPEN) || !Character.isLetterOrDigit(notation.charAt(0));
        boolean right = notation.endsWith(OPEN) || !Character.isLetterOrDigit(notation.charAt(notation.length() - 1));
        int from = notation.startsWith(OPEN) ? 1 : 0;
        int to = notation.length() - (notation.endsWith(OPEN) ? 1 : 0);
        String word = notation.substring(from, to).toLowerCase(Locale.ROOT);
        return new Literal(word, left, right, word.chars().allMatch(c -> c < WORD_CHARS.length));
    }

    /** Whether what ends before {@code end} and has the length of the word is the word, and a whole one where it must be. */
    boolean standsAt(String text, int end) {
        int start = end - word.length();
        return (openLeft || start == 0 || !isWordChar(text.charAt(start - 1)))
                && (openRight || end == text.length() || !isWordChar(text.charAt(end)))
                && (ascii || isWord(text, start));
    }

    /** Windows and macOS write some apostrophes of their messages in another way. */
    private boolean isWord(String text, int start) {
        return text.regionMatches(true, start, word, 0, word.length())
                || text.substring(start, start + word.length())
                        .replace(LiteralIndex.TYPOGRAPHIC, '\'')
                        .equalsIgnoreCase(word);
    }

    private static boolean isWordChar(char c) {
        return c < WORD_CHARS.length && WORD_CHARS[c];
    }

    private static boolean[] wordChars() {
        boolean[] chars = new boolean[128];
        for (char c = 0; c < chars.length; c++) {
            chars[c] = Character.isLetterOrDigit(c);
        }
        return chars;
    }
}
