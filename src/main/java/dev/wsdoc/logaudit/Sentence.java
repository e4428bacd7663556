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
        String before = "";
        int at = 0;
        while (at < text.length()) {
            int end = wordEnd(text, at);
            if (end == at) {
                out.append(text.charAt(at++));
                continue;
            }
            String word = text.substring(at, end);
            out.append(replaced(word, before));
            before = word;
            at = end;
        }
        return out.toString();
    }

    /** A word goes on over dots, colons and the like if something follows them. */
    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean joins = ".:-_/@#".indexOf(c) >= 0 && end > from && end + 1 < text.length();
            if (!Character.isLetterOrDigit(c) && !(joins && Character.isLetterOrDigit(text.charAt(end + 1)))) {
                break;
            }
            end++;
        }
        return end;
    }

    private static String replaced(String word, String before) {
        int digits = digits(word);
        if (digits == 0 || KEPT.contains(word.toLowerCase(Locale.ROOT))) {
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
        int dots = (int) word.chars().filter(c -> c == '.').count();
        boolean numeric = word.chars().allMatch(c -> Timestamp.isDigit((char) c) || c == '.' || c == ':' || c == '/');
        return numeric && dots == 3;
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
