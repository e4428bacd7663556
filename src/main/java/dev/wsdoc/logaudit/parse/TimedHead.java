package dev.wsdoc.logaudit.parse;

import org.jspecify.annotations.Nullable;

/**
 * A first line that begins with a time, bare or in brackets: the layout of most servers. After the time come, in any order that is
 * in use, a level and things that only tell where (thread, process, logger), and then the message. Stateless.
 */
final class TimedHead {
    private static final int MOST_WORDS = 8;
    private static final String SEPARATORS = " \t|,-:]";

    private TimedHead() {}

    static @Nullable Head parse(String line) {
        boolean bracketed = line.charAt(0) == '[';
        int end = Timestamp.end(line, bracketed ? 1 : 0);
        if (end < 0) {
            return bracketed ? behindGroup(line) : null;
        }
        return afterTime(line, end, isGoStamp(line));
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
                leaveBracket(line, cursor);
                boolean thread = word > 0 && line.charAt(LevelWord.skipBlanks(line, end)) == '[';
                Head head = MessageStart.afterLevel(line, cursor, level, thread);
                return isElixirs(line) ? new Head(level, head.text(), HeadStyle.JAVA) : head;
            }
            plainWords += skipContext(line, cursor);
        }
        return withoutLevel(line, end);
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
        boolean pair = line.substring(cursor.at, end).indexOf('=') > 0;
        boolean separated = line.startsWith(" - ", end)
                || line.startsWith("|", LevelWord.skipBlanks(line, end))
                || line.startsWith("\t", end);
        cursor.at = end;
        return number || separated || pair ? 0 : 1;
    }

    private static Head withoutLevel(String line, int end) {
        Cursor cursor = new Cursor(line, end);
        cursor.skip(SEPARATORS);
        String text = line.substring(cursor.at);
        Head php = text.startsWith("PHP ") ? LevelHead.parse(text) : null;
        if (php != null) {
            return php;
        }
        return new Head(null, text, isCaller(text) ? HeadStyle.LEVEL_FOLLOWS : HeadStyle.CONSOLE);
    }

    /** {@code com.example.Chat onMessage}, with which java.util.logging ends the first of its two lines. */
    private static boolean isCaller(String text) {
        int blank = text.indexOf(' ');
        int dot = text.indexOf('.');
        if (dot < 1 || (blank > 0 && (dot > blank || text.indexOf(' ', blank + 1) >= 0))) {
            return false;
        }
        return text.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || " .<>/".indexOf(c) >= 0);
    }
}
