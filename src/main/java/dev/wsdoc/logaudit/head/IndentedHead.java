package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A first line that begins with blanks, although most that do go on with an entry: its form must leave no doubt. Stateless. */
final class IndentedHead {
    private static final int MOST_BLANKS = 5;
    private static final int MOST_BEFORE_A_WORD = 3;
    private static final int RICH_COLUMN = 9;
    private static final Pattern ELAPSED =
            Pattern.compile(" *\\d+(?:\\.\\d+)?(?:ms|s|m|h|d)(?:\\d+[smh])? +(?<level>debug|info|warn|error|fatal): ");
    private static final Pattern DEBUG =
            Pattern.compile("  [\\w.@/-]+(?::[\\w.*@/-]+)* (?<text>\\S.*) \\+\\d+(?:ms|s|m|h)");

    private IndentedHead() {}

    static @Nullable Head parse(String line) {
        int at = LineShape.indentation(line);
        if (at >= line.length()) {
            return null;
        }
        char first = line.charAt(at);
        if (first == 'a' && line.startsWith("at ", at)) {
            return null; // most lines of a trace
        }
        if (Timestamp.isDigit(first)) {
            Head elapsed = elapsed(line);
            return elapsed != null || at > MOST_BLANKS ? elapsed : timed(line, at);
        }
        if (at > MOST_BEFORE_A_WORD) {
            return Character.isUpperCase(first) ? column(line, at) : null;
        }
        if (first > 127) {
            return SymbolHead.parse(line, at);
        }
        if (Character.isUpperCase(first)) {
            return word(line.substring(at));
        }
        return at == 2 ? debug(line) : null;
    }

    /** {@code  4m31s    error: Async::Task [oid=0x2c8]}: what Ruby's console writes, with a gutter beneath it. */
    private static @Nullable Head elapsed(String line) {
        Matcher matcher = line.indexOf(": ") > 0 ? ELAPSED.matcher(line) : null;
        if (matcher == null || !matcher.lookingAt()) {
            return null;
        }
        return new Head(Level.ofWord(matcher.group("level")), line.substring(matcher.end()), HeadStyle.CONSOLE);
    }

    /** {@code   2026-11-22T19:36:07.123Z ERROR chat::ws: message}: tracing's pretty form. */
    private static @Nullable Head timed(String line, int at) {
        boolean dated = Timestamp.digits(line, at) == at + 4 && Timestamp.end(line, at) > at + 10;
        Head head = dated ? TimedHead.parse(line.substring(at)) : null;
        return head == null || head.level() == null ? null : head;
    }

    /** {@code  WARN  message}, {@code  ERROR: message}. */
    private static @Nullable Head word(String line) {
        int end = new Cursor(line, 0).lettersEnd();
        boolean apart = end > 2 && end < line.length() && " :\t[|".indexOf(line.charAt(end)) >= 0;
        boolean assigned = line.startsWith(" = ", end) || line.startsWith(" == ", end) || line.startsWith("::", end);
        return apart && !assigned && LevelWord.isLoud(line, 0, end) ? LevelHead.capitals(line, end) : null;
    }

    /** Rich leaves the time out where it is the same, and pads the level to eight characters. */
    private static @Nullable Head column(String line, int at) {
        int end = new Cursor(line, at).lettersEnd();
        int text = LevelWord.skipBlanks(line, end);
        boolean padded = at > 10 && at < 32 && text - at == RICH_COLUMN && LevelWord.isLoud(line, at, end);
        return padded ? word(line.substring(at)) : null;
    }

    /** {@code   engine:ws closing +12ms}: node's debug. */
    private static @Nullable Head debug(String line) {
        char last = line.charAt(line.length() - 1);
        Matcher matcher = last == 's' || last == 'm' || last == 'h' ? DEBUG.matcher(line) : null;
        return matcher == null || !matcher.matches() ? null : new Head(null, matcher.group("text"), HeadStyle.CONSOLE);
    }
}
