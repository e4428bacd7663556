package dev.wsdoc.evidence.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.IntPredicate;

/**
 * How the bytes beyond ASCII are spread in a line.
 *
 * @param foreign how many there are
 * @param inWords how many of them stand three or more in a row
 * @param withAscii how many rows of one or two stand beside a letter of ASCII
 * @param strayUtf8 characters of UTF-8 among them, less what is none
 * @param isInPairs whether all go together in pairs as GBK has them
 */
record LetterSpread(
        int foreign, int inWords, int withAscii, int strayUtf8, boolean isInPairs, Fit cyrillic, Fit console) {
    private static final int WORD = 3;

    /** How well the bytes fit an alphabet: letters of it, and what no text of it has. */
    record Fit(int letters, int oddities) {
        /** A few oddities among many letters may be names or damage. */
        boolean isPlausible() {
            return letters > 0 && oddities * 8 <= letters;
        }
    }

    static LetterSpread of(byte[] bytes, int from, int to) {
        int foreign = 0;
        int inWords = 0;
        int withAscii = 0;
        int at = from;
        while (at < to) {
            int start = at;
            while (at < to && bytes[at] < 0) {
                at++;
            }
            int row = at - start;
            foreign += row;
            inWords += row >= WORD ? row : 0;
            withAscii += row > 0 && row < WORD && touchesLetter(bytes, from, to, start, at) ? 1 : 0;
            at++;
        }
        return new LetterSpread(
                foreign,
                inWords,
                withAscii,
                strayUtf8(new String(bytes, from, to - from, UTF_8)),
                pairs(bytes, from, to),
                fit(bytes, from, to, LetterSpread::isCyrillic, c -> c < 0xe0 && c >= 0xc0),
                fit(bytes, from, to, LetterSpread::isOfConsole, c -> c < 0xa0));
    }

    boolean isMostlyUtf8() {
        return strayUtf8 > 0;
    }

    /** Whether there are words of letters beyond ASCII, rather than such letters within words. */
    boolean hasForeignWords() {
        return inWords > withAscii;
    }

    private static boolean touchesLetter(byte[] bytes, int from, int to, int start, int end) {
        return (start > from && isAsciiLetter(bytes[start - 1])) || (end < to && isAsciiLetter(bytes[end]));
    }

    private static boolean isAsciiLetter(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int strayUtf8(String text) {
        int surplus = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            surplus += c < 0x80 ? 0 : c == '\ufffd' ? -1 : 1;
        }
        return surplus;
    }

    private static boolean pairs(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int lead = bytes[at] & 0xff;
            if (lead >= 0x80) {
                int trail = at + 1 < to ? bytes[at + 1] & 0xff : 0;
                if (lead == 0x80 || lead == 0xff || trail < 0x40 || trail == 0x7f || trail == 0xff) {
                    return false;
                }
                at++;
            }
            at++;
        }
        return true;
    }

    private static Fit fit(byte[] bytes, int from, int to, IntPredicate isLetter, IntPredicate isCapital) {
        int letters = 0;
        int oddities = 0;
        boolean afterSmall = false;
        for (int i = from; i < to; i++) {
            int c = bytes[i] & 0xff;
            boolean letter = c >= 0x80 && isLetter.test(c);
            boolean capital = letter && isCapital.test(c);
            letters += letter ? 1 : 0;
            oddities += (c >= 0x80 && !letter && !isPunctuation(c)) || (capital && afterSmall) ? 1 : 0;
            afterSmall = letter && !capital;
        }
        return new Fit(letters, oddities);
    }

    /** In CP1251, with the letter yo. */
    private static boolean isCyrillic(int c) {
        return c >= 0xc0 || c == 0xa8 || c == 0xb8;
    }

    /** In CP866; frames of tables lie between the small letters. */
    private static boolean isOfConsole(int c) {
        return c < 0xb0 || (c >= 0xe0 && c <= 0xf1);
    }

    /** What all code pages of Windows have in the same places: ellipsis, quotes, dashes, a blank, the sign for a number. */
    private static boolean isPunctuation(int c) {
        return c == 0x85 || (c >= 0x91 && c <= 0x97) || c == 0xa0 || c == 0xab || c == 0xbb || c == 0xb9;
    }
}
