package dev.wsdoc.logaudit;

import dev.wsdoc.logaudit.time.Timestamp;
import java.util.Locale;
import java.util.Set;

/**
 * What is left of a message when everything that differs from time to time is replaced: numbers by {@code <n>}, addresses by
 * {@code <addr>}, other words with digits in them by {@code <id>}. So the same sentence can be counted. Stateless.
 */
final class Sentence {
    private static final int LONGEST = 300;
    private static final int LONGEST_KEPT = 8;
    private static final int MOST_DIGITS_KEPT = 2;
    private static final Set<String> KEPT = Set.of(
            "utf-8",
            "utf8",
            "rsv1",
            "rsv2",
            "rsv3",
            "http/1.1",
            "http/1.0",
            "http/2",
            "http2",
            "h2",
            "ipv4",
            "ipv6",
            "base64");

    /** Behind these words a number is no accident: it says what happened. */
    private static final Set<String> BEFORE_CODES = Set.of(
            "errno",
            "error",
            "code",
            "close",
            "status",
            "closed",
            "readystate",
            "opcode",
            "os",
            "signal",
            "exit",
            "http");

    private Sentence() {}

    static String of(String message) {
        String text = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        int before = 0; // where the word before begins, and ends
        int beforeEnd = 0;
        int at = 0;
        while (at < text.length()) {
            int end = wordEnd(text, at);
            if (end == at) {
                at++;
                continue;
            }
            if (hasDigit(text, at, end)) {
                String replaced = replaced(text.substring(at, end), text.substring(before, beforeEnd));
                out.append(text, copied, at).append(replaced);
                copied = end;
            }
            before = at;
            beforeEnd = end;
            at = end;
        }
        return out.append(text, copied, text.length()).toString();
    }

    private static boolean hasDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Timestamp.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** A word goes on over dots, colons and the like if something follows them. */
    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean joins = c < 128 && ".:-_/@#".indexOf(c) >= 0 && end > from && end + 1 < text.length();
            if (!isWordChar(c) && !(joins && isWordChar(text.charAt(end + 1)))) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isWordChar(char c) {
        return c < 128
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || Timestamp.isDigit(c)
                : Character.isLetterOrDigit(c);
    }

    private static String replaced(String word, String before) {
        int digits = digits(word);
        boolean mayBeKept = word.length() <= LONGEST_KEPT && digits <= MOST_DIGITS_KEPT;
        if (digits == 0 || (mayBeKept && KEPT.contains(word.toLowerCase(Locale.ROOT)))) {
            return word;
        }
        if (digits == word.length()) {
            return digits <= 5 && BEFORE_CODES.contains(before.toLowerCase(Locale.ROOT)) ? word : "<n>";
        }
        return isAddress(word) ? "<addr>" : startsAsName(word) ? withoutNumbers(word) : "<id>";
    }

    private static int digits(String word) {
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            digits += Timestamp.isDigit(word.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    private static boolean isAddress(String word) {
        int dots = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            dots += c == '.' ? 1 : 0;
            if (!Timestamp.isDigit(c) && c != '.' && c != ':' && c != '/') {
                return false;
            }
        }
        return dots == 3;
    }

    /** A dotted name or a path is worth keeping but for its numbers: {@code com.example.Foo$1}, {@code /rooms/7}. */
    private static boolean startsAsName(String word) {
        int dot = word.indexOf('.');
        return dot > 0
                && Character.isLetter(word.charAt(0))
                && word.substring(0, dot).chars().allMatch(Character::isLetter);
    }

    private static String withoutNumbers(String word) {
        return word.replaceAll("\\d+", "<n>");
    }
}
