package dev.wsdoc.logaudit.head;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A first line that begins with its level, without a time: uvicorn, Python's basicConfig, winston, .NET's console, logrus on a
 * terminal, glog, Ruby's Logger, tornado. Stateless.
 */
final class LevelHead {
    private static final Set<String> LOWER_CASE = Set.of(
            "error", "warn", "warning", "info", "debug", "verbose", "silly", "trace", "fatal", "crit", "fail", "dbug",
            "trce", "notice");

    private static final int LONGEST_WORD = 16;

    private LevelHead() {}

    static @Nullable Head parse(String line) {
        int end = new Cursor(line, 0).lettersEnd();
        Head head = end == 0 || end == line.length() || end > LONGEST_WORD ? null : leveled(line, end);
        return head != null ? head : NamedHead.parse(line);
    }

    private static @Nullable Head leveled(String line, int end) {
        if (end == 1) {
            return LetterHead.parse(line);
        }
        if (line.startsWith("PHP ")) {
            return PhpHead.parse(line, 4);
        }
        char first = line.charAt(0);
        if (Character.isLowerCase(first)) {
            return lowerCase(line, end);
        }
        return LevelWord.isLoud(line, 0, end) ? capitals(line, end) : PhpHead.parse(line, 0);
    }

    /** {@code error: message}, {@code fail: Category[7]}, {@code error - message} and {@code error   - message}. */
    private static @Nullable Head lowerCase(String line, int end) {
        if (!LOWER_CASE.contains(line.substring(0, end))) {
            return null;
        }
        Level level = Level.ofWord(line.substring(0, end));
        int dash = LevelWord.skipBlanks(line, end);
        if (dash > end && line.startsWith("- ", dash)) {
            return new Head(level, line.substring(dash + 2), HeadStyle.CONSOLE);
        }
        if (line.charAt(end) != ':') {
            return null;
        }
        String text = line.substring(end + 1).strip();
        boolean dotnet = isDotnets(text);
        return new Head(level, dotnet ? "" : text, dotnet ? HeadStyle.TEXT_FOLLOWS : HeadStyle.CONSOLE);
    }

    /** {@code Category[7]}, beneath which .NET's console writes the message. */
    static boolean isDotnets(String text) {
        return text.endsWith("]") && text.indexOf(' ') < 0 && text.indexOf('[') > 0;
    }

    static @Nullable Head capitals(String line, int end) {
        Level level = Level.ofLongWord(line, 0, end);
        if (level == null) {
            return null;
        }
        return switch (line.charAt(end)) {
            case ':' -> new Head(level, line.substring(afterName(line, end + 1)).strip(), HeadStyle.LEVEL_WORD);
            case '[' -> behindBracket(line, level);
            case ' ', '\t', '|' -> MessageStart.afterLevel(line, new Cursor(line, end), level, false);
            default -> null;
        };
    }

    /** {@code ERRO[0012] message}. */
    private static @Nullable Head behindBracket(String line, Level level) {
        int close = line.indexOf(']');
        return close < 0 ? null : new Head(level, line.substring(close + 1).strip(), HeadStyle.CONSOLE);
    }

    /** Behind {@code root:} in {@code ERROR:root:message}. */
    private static int afterName(String line, int from) {
        if (from >= line.length() || !Character.isLetter(line.charAt(from))) {
            return from;
        }
        int colon = line.indexOf(':', from);
        int blank = line.indexOf(' ', from);
        return colon > from && (blank < 0 || colon < blank) ? colon + 1 : from;
    }
}
