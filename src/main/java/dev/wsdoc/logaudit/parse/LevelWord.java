package dev.wsdoc.logaudit.parse;

import org.jspecify.annotations.Nullable;

/** Tells whether the word or group under a cursor is a level, and not just a word that sounds like one. Stateless. */
final class LevelWord {
    private LevelWord() {}

    /** The level here, the cursor then being behind it; or null, the cursor unmoved. In strict logs only capitals count. */
    static @Nullable Level at(String line, Cursor cursor, boolean strict) {
        return cursor.peek() == '[' ? inBrackets(line, cursor) : asWord(line, cursor, strict);
    }

    /** {@code [error]}, {@code [proxy_wstunnel:error]}, {@code [error    ]}. */
    private static @Nullable Level inBrackets(String line, Cursor cursor) {
        int close = line.indexOf(']', cursor.at);
        if (close < 0 || close - cursor.at > 40) {
            return null;
        }
        String inside = line.substring(cursor.at + 1, close).strip();
        Level level = Level.ofWord(inside.substring(inside.lastIndexOf(':') + 1));
        if (level != null) {
            cursor.at = close + 1;
        }
        return level;
    }

    private static @Nullable Level asWord(String line, Cursor cursor, boolean strict) {
        int from = cursor.at;
        int end = cursor.lettersEnd();
        if (end < line.length() && line.charAt(end) == '.') {
            return channel(line, cursor);
        }
        if (end == from || !endsWord(line, end)) {
            return null;
        }
        Level level = end - from == 1 ? oneLetter(line, from) : Level.ofLongWord(line, from, end);
        if (level == null || !isWrittenLikeALevel(line, from, end, strict)) {
            return null;
        }
        cursor.at = behindThread(line, end);
        return level;
    }

    /** Behind {@code [812]}, the thread that Asterisk writes to the level. */
    private static int behindThread(String line, int end) {
        int digits = line.startsWith("[", end) ? Timestamp.digits(line, end + 1) : end;
        return digits > end + 1 && line.startsWith("]", digits) ? digits + 1 : end;
    }

    private static boolean isWrittenLikeALevel(String line, int from, int end, boolean strict) {
        boolean capitals = Character.isUpperCase(line.charAt(from)) && Character.isUpperCase(line.charAt(end - 1));
        if (capitals || strict) {
            return capitals;
        }
        boolean colon = line.startsWith(":", end) && Character.isLowerCase(line.charAt(from));
        boolean tabbed = (from > 0 && "\t|".indexOf(line.charAt(from - 1)) >= 0) || line.startsWith("\t", end);
        boolean barred = line.startsWith("|", skipBlanks(line, end));
        return colon || tabbed || barred || isBeforeLabel(line, end);
    }

    /** {@code error chat : message}, as swift-log writes it. */
    private static boolean isBeforeLabel(String line, int end) {
        int label = line.indexOf(' ', end + 1);
        return line.startsWith(" ", end) && label > end + 1 && line.startsWith(" : ", label);
    }

    /** {@code channel.ERROR: message}, as Monolog writes it. */
    private static @Nullable Level channel(String line, Cursor cursor) {
        int colon = line.indexOf(": ", cursor.at);
        if (colon < 0 || colon > cursor.wordEnd()) {
            return null;
        }
        int from = line.lastIndexOf('.', colon) + 1;
        Level level = Character.isUpperCase(line.charAt(from)) ? Level.ofLongWord(line, from, colon) : null;
        if (level != null) {
            cursor.at = colon;
        }
        return level;
    }

    private static @Nullable Level oneLetter(String line, int at) {
        boolean set = line.startsWith(": ", at + 1) || line.startsWith("|", at + 1) || line.startsWith("/", at + 1);
        return set && Character.isUpperCase(line.charAt(at)) ? Level.ofWord(line.substring(at, at + 1)) : null;
    }

    private static boolean endsWord(String line, int end) {
        return end >= line.length() || " \t:|],/".indexOf(line.charAt(end)) >= 0 || behindThread(line, end) > end;
    }

    static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() - 1 && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
