package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * A first line that begins with a time, bare or in brackets: the layout of most servers. After the time come, in any order that is
 * in use, a level and things that only tell where (thread, process, logger), and then the message. Stateless.
 */
final class TimedHead {
    private static final int MOST_WORDS = 8;
    private static final String SEPARATORS = " \t|,-:]*";

    private TimedHead() {}

    static @Nullable Head parse(String line) {
        boolean bracketed = line.charAt(0) == '[';
        int end = Timestamp.end(line, bracketed ? 1 : 0);
        if (end < 0) {
            return bracketed ? behindGroup(line) : null;
        }
        Head columns = bracketed ? WebSphereHead.parse(line, end) : null;
        return columns != null ? columns : afterTime(line, end, isGoStamp(line));
    }

    /** {@code [Nest] 123  - 11/22/2026, 7:36:07 PM   ERROR [Gateway] message}, {@code [1] 2026/11/22 19:36:07 [ERR] message}. */
    private static @Nullable Head behindGroup(String line) {
        Cursor cursor = new Cursor(line, 0);
        int close = cursor.groupEnd();
        if (close < 0 || close > 20 || Level.ofWord(line.substring(1, close).strip()) != null) {
            return null;
        }
        cursor.at = close + 1;
        cursor.skip(" ");
        int number = Timestamp.digits(line, cursor.at);
        if (line.startsWith("  - ", number)) {
            cursor.at = number + 4;
        }
        int end = Timestamp.end(line, cursor.at);
        return end < 0 ? null : afterTime(line, end, false);
    }

    /** Go's log package writes no level, so what looks like one in lower case is part of the message. */
    private static boolean isGoStamp(String line) {
        return line.length() > 7 && line.charAt(4) == '/' && line.charAt(7) == '/';
    }

    private static Head afterTime(String line, int end, boolean strict) {
        Cursor cursor = new Cursor(line, end);
        int plainWords = 0;
        for (int word = 0; word < MOST_WORDS && !cursor.atEnd() && plainWords <= (strict ? 0 : 1); word++) {
            cursor.skip(SEPARATORS);
            Level level = LevelWord.at(line, cursor, strict);
            if (level != null) {
                if (isRelayed(line, cursor.at)) {
                    return new Head(null, line.substring(cursor.at).strip(), HeadStyle.MARKER);
                }
                leaveBracket(line, cursor);
                boolean thread = word > 0 && line.charAt(LevelWord.skipBlanks(line, end)) == '[';
                Head head = MessageStart.afterLevel(line, cursor, level, thread);
                if (LevelHead.isDotnets(head.text())) {
                    return new Head(level, "", HeadStyle.TEXT_FOLLOWS);
                }
                return isElixirs(line) ? new Head(level, head.text(), HeadStyle.JAVA) : head;
            }
            plainWords += skipContext(line, cursor);
        }
        return withoutLevel(line, end);
    }

    /** {@code DEBG 'board' stderr output:}, beneath which supervisord writes lines of another program. */
    private static boolean isRelayed(String line, int at) {
        return line.startsWith(" '", at) && (line.endsWith("' stderr output:") || line.endsWith("' stdout output:"));
    }

    /** {@code 19:36:07.123 [error] message}: what Elixir says may go on at column 0. */
    private static boolean isElixirs(String line) {
        int open = line.indexOf('[');
        return Timestamp.digits(line, 0) == 2
                && line.charAt(2) == ':'
                && Timestamp.digits(line, 9) == 12
                && open > 12
                && line.startsWith("] ", new Cursor(line, open + 1).lettersEnd());
    }

    /** Out of {@code [2026-11-22T19:36:07Z ERROR actix_web]}, in which time, level and module stand together. */
    private static void leaveBracket(String line, Cursor cursor) {
        int close = line.charAt(0) == '[' ? line.indexOf(']') : -1;
        if (close > cursor.at) {
            cursor.at = close + 1;
        }
    }

    /** Past one piece of context; 1 if it was a word of no special form. */
    private static int skipContext(String line, Cursor cursor) {
        if (cursor.opensGroup()) {
            int close = cursor.groupEnd();
            cursor.at = close < 0 ? line.length() : close + 1;
            return 0;
        }
        int end = cursor.wordEnd();
        boolean number = Timestamp.digits(line, cursor.at) == end;
        boolean process =
                line.charAt(end - 1) == ']' && Timestamp.digits(line, line.lastIndexOf('[', end) + 1) == end - 1;
        boolean pair = line.substring(cursor.at, end).indexOf('=') > 0;
        boolean caller =
                line.startsWith(":", end - 1) && line.substring(cursor.at, end).contains(".go:");
        boolean separated = caller
                || line.startsWith(" - ", end)
                || line.startsWith("|", LevelWord.skipBlanks(line, end))
                || line.startsWith("\t", end);
        cursor.at = end;
        return number || process || separated || pair ? 0 : 1;
    }

    private static Head withoutLevel(String line, int end) {
        Cursor cursor = new Cursor(line, end);
        cursor.skip(SEPARATORS);
        String text = line.substring(cursor.at);
        Head own = ownHead(text);
        if (own != null) {
            return own;
        }
        return new Head(null, text, isCaller(text) ? HeadStyle.LEVEL_FOLLOWS : HeadStyle.CONSOLE);
    }

    /** Behind a time that somebody else wrote: PHP, JSON, logfmt, the level of logcat. */
    private static @Nullable Head ownHead(String text) {
        if (text.startsWith("PHP ")) {
            return PhpHead.parse(text, 4);
        }
        if (text.startsWith("{\"")) {
            return JsonHead.parse(text);
        }
        if (text.startsWith("LOG")) {
            return stunnel(text);
        }
        return text.startsWith("level=") || text.startsWith("lvl=") ? LogfmtHead.parse(text) : logcat(text);
    }

    /** {@code LOG3[77]: message}, in the numbers of syslog. */
    private static @Nullable Head stunnel(String text) {
        int close = text.startsWith("[", 4) && Timestamp.digits(text, 3) == 4 ? text.indexOf("]: ") : -1;
        return close < 0
                ? null
                : new Head(JsonHead.bySyslog(text.charAt(3) - '0'), text.substring(close + 3), HeadStyle.CONSOLE);
    }

    /** {@code 1234  5678 E Tag: message}. */
    private static @Nullable Head logcat(String text) {
        int process = Timestamp.digits(text, 0);
        int thread = process == 0 ? 0 : LevelWord.skipBlanks(text, process);
        int end = thread == process ? 0 : Timestamp.digits(text, thread);
        boolean letter = end > thread && text.startsWith(" ", end) && text.startsWith(" ", end + 2);
        Level level = letter ? Level.ofWord(text.substring(end + 1, end + 2)) : null;
        return level == null ? null : new Head(level, text.substring(end + 3), HeadStyle.CONSOLE);
    }

    /** {@code com.example.Chat onMessage}, with which java.util.logging ends the first of its two lines. */
    static boolean isCaller(String text) {
        int blank = text.indexOf(' ');
        int dot = text.indexOf('.');
        boolean inner = blank > 0 && text.indexOf('$') > 0; // of a class without a package
        if ((dot < 1 && !inner) || (blank > 0 && (dot > blank || text.indexOf(' ', blank + 1) >= 0))) {
            return false;
        }
        return text.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || " .<>/".indexOf(c) >= 0);
    }
}
