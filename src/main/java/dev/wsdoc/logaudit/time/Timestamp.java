package dev.wsdoc.logaudit.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a point in time ends, in the many shapes in which logs write one. Pure; scans characters because it runs on every
 * line.
 *
 * <p>In a template {@code 9} is a digit, {@code ?} a digit or nothing, {@code A} a letter, {@code -} one of {@code - / .}, {@code T}
 * one of {@code T : _} or a space; anything else stands for itself.
 */
public final class Timestamp {
    private static final String[] DIGITS_FIRST = {
        "9999-99-99T9?:99:99",
        "9?-AAA-9999T9?:99:99",
        "9?:99:99",
        "9?-9?-9999, 9?:99:99",
        "9?-9?-99, 9?:99:99",
        "9?-9?-9999T9?:99:99",
        "9?-9?-99T9?:99:99",
        "99-99 9?:99:99",
        "99999999T9?:99:99",
        "99999999T999999",
        "999999T9?:99:99",
        "9? AAA 9999T9?:99:99",
        "9? AAA 9?:99:99",
        "9999 AAA 9? 9?:99:99",
        "9999-AAA-99T9?:99:99",
        "99999999-9?:99:99",
        "9999-99-99-9?:99:99",
        "9999-99-99 99.99.99",
        "9?:99AM",
        "9?:99PM",
        "9999999999999",
        "9999999999",
    };
    private static final String[] LETTERS_FIRST = {
        "AAA 9?, 9999 9?:99:99",
        "AAA 9?, 9999, 9?:99:99",
        "AAA 9?, 9999 @ 9?:99:99",
        "AAA 9? 9?:99:99",
        "AAA  9 9?:99:99",
        "AAA AAA 9? 9?:99:99",
        "AAA AAA  9 9?:99:99",
        "AAA 9? AAA 9999 9?:99:99",
        "AAA, 9? AAA 9999 9?:99:99",
        "AAA 9999-99-99 9?:99:99",
    };
    private static final String NAMES = "JanFebMarAprMayJunJulAugSepOctNovDecMonTueWedThuFriSatSun";

    /** Zones that journalctl writes behind a weekday's time. */
    private static final Pattern ZONE_NAME =
            Pattern.compile(" (?:[ECMP][SD]T|A?[CE]S?T|CES?T|EES?T|WES?T|BST|MSK|IST|JST|KST|NZ[SD]T)(?= )");

    private Timestamp() {}

    /** The index behind a time that begins at {@code from}, with its fraction and zone; -1 if none begins there. */
    public static int end(String line, int from) {
        if (line.length() - from < 6) {
            return -1;
        }
        char first = line.charAt(from);
        if (isDigit(first)) {
            return end(line, from, DIGITS_FIRST);
        }
        return first >= 'A' && first <= 'W' && isName(line, from) ? end(line, from, LETTERS_FIRST) : -1;
    }

    private static boolean isName(String line, int from) {
        if (line.length() < from + 3 || line.charAt(from + 1) < 'a' || line.charAt(from + 2) < 'a') {
            return false;
        }
        int at = NAMES.indexOf(line.substring(from, from + 3));
        return at >= 0 && at % 3 == 0;
    }

    private static int end(String line, int from, String[] templates) {
        for (String template : templates) {
            int end = match(line, from, template);
            if (end >= 0) {
                int whole = zone(line, half(line, fraction(line, end)));
                whole = template.startsWith("AAA 9999") ? zoneName(line, whole) : whole;
                return whole < line.length() && Character.isLetterOrDigit(line.charAt(whole)) ? -1 : whole;
            }
        }
        return -1;
    }

    private static int match(String line, int from, String template) {
        int at = from;
        for (int i = 0; i < template.length(); i++) {
            char wanted = template.charAt(i);
            char c = at < line.length() ? line.charAt(at) : '\0';
            if (wanted == '?' && !isDigit(c)) {
                continue;
            }
            if (!fits(wanted, c)) {
                return -1;
            }
            at++;
        }
        return at;
    }

    private static boolean fits(char wanted, char c) {
        return switch (wanted) {
            case '9', '?' -> isDigit(c);
            case 'A' -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            case '-' -> c == '-' || c == '/' || c == '.';
            case 'T' -> c == 'T' || c == ' ' || c == ':' || c == '_';
            default -> c == wanted;
        };
    }

    private static int fraction(String line, int at) {
        if (at + 1 >= line.length() || ".,:".indexOf(line.charAt(at)) < 0) {
            return at;
        }
        int end = digits(line, at + 1);
        return end == at + 1 ? at : end;
    }

    /** Past {@code AM} or {@code PM}, and past the year that asctime writes last. */
    private static int half(String line, int at) {
        if (line.startsWith(" AM", at) || line.startsWith(" PM", at)) {
            return at + 3;
        }
        boolean year = line.startsWith(" 20", at) && digits(line, at + 1) == at + 5;
        return year ? at + 5 : at;
    }

    private static int zone(String line, int at) {
        int sign = line.startsWith(" ", at) ? at + 1 : at;
        if (line.startsWith("Z", at)) {
            return at + 1;
        }
        if (line.startsWith("UTC", sign) || line.startsWith("GMT", sign)) {
            return sign + 3;
        }
        if (sign < line.length() && "+-".indexOf(line.charAt(sign)) >= 0) {
            int hours = digits(line, sign + 1);
            int end = line.startsWith(":", hours) ? digits(line, hours + 1) : hours;
            int digits = end - sign - (end == hours ? 1 : 2);
            return digits == 4 || (digits == 2 && end == hours) ? end : at;
        }
        return at;
    }

    private static int zoneName(String line, int at) {
        Matcher name = ZONE_NAME.matcher(line).region(at, line.length()).useTransparentBounds(true);
        return name.lookingAt() ? name.end() : at;
    }

    /** The index behind the digits that begin at {@code from}. */
    public static int digits(String line, int from) {
        int at = from;
        while (at < line.length() && isDigit(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether it is one of {@code 0} to {@code 9}. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
