package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import org.jspecify.annotations.Nullable;

/** Tells whether the word or group under a cursor is a level, and not just a word that sounds like one. Stateless. */
final class LevelWord {
    private static final int LONGEST_GROUP = 60;

    private LevelWord() {}

    /** The level here, the cursor then being behind it; or null, the cursor unmoved. In strict logs only capitals count. */
    static @Nullable Level at(String line, Cursor cursor, boolean strict) {
        char first = cursor.peek();
        return first == '[' || first == '<' || first == '(' ? inBrackets(line, cursor) : asWord(line, cursor, strict);
    }

    /** {@code [error]}, {@code [proxy_wstunnel:error]}, {@code [error    ]}. */
    private static @Nullable Level inBrackets(String line, Cursor cursor) {
        char open = cursor.peek();
        int close = line.indexOf(open == '(' ? ')' : (char) (open + 2), cursor.at);
        if (close < 0 || close - cursor.at > LONGEST_GROUP) {
            return null;
        }
        String inside = line.substring(cursor.at + 1, close).strip();
        Level level = Level.ofWord(inside.substring(inside.lastIndexOf(':') + 1));
        level = level == null && open == '[' ? last(inside) : level;
        int hash = level == null ? inside.lastIndexOf('#') : -1; // Twisted's [namespace#level]
        level = hash > 0 ? Level.ofWord(inside.substring(hash + 1)) : level;
        if (level != null) {
            cursor.at = close + 1;
        }
        return level;
    }

    /** The level at the end of {@code Server thread/WARN} or {@code main(----) INF}: in capitals, behind a slash or a blank. */
    static @Nullable Level last(String group) {
        int from = Math.max(group.lastIndexOf(' '), group.lastIndexOf('/')) + 1;
        return from > 0 && isLoud(group, from, group.length()) ? Level.ofLongWord(group, from, group.length()) : null;
    }

    /** Whether the word is in capitals, or of a script that has none. */
    static boolean isLoud(String line, int from, int end) {
        if (end <= from) {
            return false;
        }
        char first = line.charAt(from);
        char last = line.charAt(end - 1);
        return (Character.isUpperCase(first) && Character.isUpperCase(last))
                || Character.isIdeographic(first)
                || isHangul(first);
    }

    private static boolean isHangul(char c) {
        return c >= 0xAC00 && c <= 0xD7A3;
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
        if (level == null || line.startsWith("PM2 log:", from - 4) || !isWrittenLikeALevel(line, from, end, strict)) {
            return null;
        }
        boolean starred = line.startsWith("*", end) && line.startsWith("*", from - 1);
        cursor.at = starred ? end + 1 : behindThread(line, end);
        return level;
    }

    /** Behind {@code [812]}, the thread that Asterisk writes to the level. */
    private static int behindThread(String line, int end) {
        int digits = line.startsWith("[", end) ? Timestamp.digits(line, end + 1) : end;
        return digits > end + 1 && line.startsWith("]", digits) ? digits + 1 : end;
    }

    private static boolean isWrittenLikeALevel(String line, int from, int end, boolean strict) {
        boolean capitals = isLoud(line, from, end);
        if (capitals || strict) {
            return capitals;
        }
        boolean colon = line.startsWith(":", end) && Character.isLowerCase(line.charAt(from));
        boolean tabbed = (from > 0 && "\t|".indexOf(line.charAt(from - 1)) >= 0) || line.startsWith("\t", end);
        boolean barred = line.startsWith("|", skipBlanks(line, end)) || line.startsWith("  ", end);
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
        boolean isLevel = Character.isUpperCase(line.charAt(from)) || line.startsWith("[", 0);
        Level level = isLevel ? Level.ofLongWord(line, from, colon) : null;
        if (level != null) {
            cursor.at = colon;
        }
        return level;
    }

    private static @Nullable Level oneLetter(String line, int at) {
        boolean behindProcess =
                line.startsWith("] ", at - 2) && line.startsWith(" ", at + 1) && isProcess(line, at - 2);
        boolean set = behindProcess
                || line.startsWith(": ", at + 1)
                || line.startsWith("|", at + 1)
                || line.startsWith("/", at + 1);
        return set && Character.isUpperCase(line.charAt(at)) ? Level.ofWord(line.substring(at, at + 1)) : null;
    }

    /** Whether {@code name[4410]} ends here. */
    private static boolean isProcess(String line, int close) {
        int open = line.lastIndexOf('[', close);
        return open > 0 && Character.isLetter(line.charAt(open - 1)) && Timestamp.digits(line, open + 1) == close;
    }

    private static boolean endsWord(String line, int end) {
        return end >= line.length() || " \t:|],/*".indexOf(line.charAt(end)) >= 0 || behindThread(line, end) > end;
    }

    static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() - 1 && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
