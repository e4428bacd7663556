package dev.wsdoc.logaudit.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Masks the numbers of a text that no literal of any rule can be about: ports, ids, times, line numbers. Two texts that are the same when
 * masked have the same literals at the same places. Immutable.
 */
final class DigitMask {
    private static final char MASK = '\u007f'; // as long as the number, one for each digit
    private static final int LONGEST_IN_TABLE = 5;

    /** For each number of few digits a bit for each length (for zeros in front) with which it stands in a literal. */
    private final byte[] lengths = new byte[100_000];

    private final Set<String> longer = new HashSet<>();

    /** Literals that end with the beginning of a number. */
    private final List<String> beginnings = new ArrayList<>();

    /** Whether a literal is about another part of a number, so that none can be masked. */
    private boolean open;

    DigitMask(List<Literal> literals) {
        literals.forEach(this::add);
    }

    private void add(Literal literal) {
        String word = literal.word();
        for (int at = 0; at < word.length(); at++) {
            int end = digits(word, at);
            if (end > at) {
                boolean glued = at > 0 && isLetter(word.charAt(at - 1)); // such ones are never masked
                open |= at == 0 && literal.openLeft();
                if (!glued && end == word.length() && literal.openRight()) {
                    beginnings.add(word);
                }
                add(word.substring(at, end));
                at = end;
            }
        }
    }

    private void add(String number) {
        if (number.length() > LONGEST_IN_TABLE) {
            longer.add(number);
        } else {
            lengths[Integer.parseInt(number)] |= (byte) (1 << number.length());
        }
    }

    /** The text without its free numbers, or null if it cannot be masked. */
    @Nullable
    String mask(String text) {
        if (open || text.indexOf(MASK) >= 0) {
            return null;
        }
        char[] chars = text.toCharArray();
        int at = 0;
        while (at < chars.length) {
            if (!isDigit(chars[at])) {
                at++;
                continue;
            }
            int start = at;
            int number = 0;
            for (; at < chars.length && isDigit(chars[at]); at++) {
                number = at - start < LONGEST_IN_TABLE ? number * 10 + chars[at] - '0' : number;
            }
            if (isFree(chars, start, at, number) && !isBegun(text, start)) {
                Arrays.fill(chars, start, at, MASK);
            }
        }
        return new String(chars);
    }

    /** A single digit may count something, and one behind a letter may belong to a name. */
    private boolean isFree(char[] chars, int start, int end, int number) {
        int length = end - start;
        if (length == 1 || (start > 0 && isLetter(chars[start - 1]))) {
            return false;
        }
        return length <= LONGEST_IN_TABLE
                ? (lengths[number] & 1 << length) == 0
                : longer.isEmpty() || !longer.contains(new String(chars, start, length));
    }

    private boolean isBegun(String text, int start) {
        for (String word : beginnings) {
            int digits = word.length() - 1;
            while (digits > 0 && isDigit(word.charAt(digits - 1))) {
                digits--;
            }
            if (text.regionMatches(true, start - digits, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Where the digits end that begin there. */
    private static int digits(String word, int from) {
        int at = from;
        while (at < word.length() && isDigit(word.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(char c) {
        return c < 128 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : Character.isLetter(c);
    }
}
