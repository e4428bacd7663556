package dev.wsdoc.logaudit.parse;

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

    private static final int MOST_GROUPS = 3;
    private static final int LONGEST_GROUP = 60;

    private LevelHead() {}

    static @Nullable Head parse(String line) {
        int end = new Cursor(line, 0).lettersEnd();
        Head head = end == 0 || end == line.length() || end > 13 ? null : leveled(line, end);
        return head != null ? head : named(line);
    }

    private static @Nullable Head leveled(String line, int end) {
        if (end == 1) {
            return letterFirst(line);
        }
        if (line.startsWith("PHP ")) {
            return php(line, 4);
        }
        char first = line.charAt(0);
        if (Character.isLowerCase(first)) {
            return lowerCase(line, end);
        }
        return Character.isUpperCase(line.charAt(end - 1)) ? capitals(line, end) : php(line, 0);
    }

    /** {@code [ERROR] message}, {@code [E 261122 19:36:07 web:123] message}, {@code [main(----) INF] message}, {@code [app][12345] ERROR message}. */
    static @Nullable Head bracketed(String line) {
        int open = 0;
        for (int group = 0; group < MOST_GROUPS && line.startsWith("[", open); group++) {
            int close = line.indexOf(']', open);
            if (close < open + 2 || close > open + LONGEST_GROUP) {
                return null;
            }
            Level level = levelOf(line.substring(open + 1, close).strip());
            if (level != null) {
                return behindGroup(line, close + 1, level);
            }
            open = line.startsWith(" ", close + 1) ? close + 2 : close + 1;
        }
        boolean letter = open > 0 && open < line.length() && Character.isLetter(line.charAt(open));
        return letter ? parse(line.substring(open)) : null;
    }

    /** {@code engineio    : INFO     message}, {@code websockets.server - ERROR - message}. */
    private static @Nullable Head named(String line) {
        Cursor cursor = new Cursor(line, 0);
        while (Character.isLetterOrDigit(cursor.peek()) || "._".indexOf(cursor.peek()) >= 0) {
            cursor.at++;
        }
        int process = line.startsWith("[", cursor.at) ? Timestamp.digits(line, cursor.at + 1) : -1;
        cursor.at = line.startsWith("]: ", process) ? process + 1 : cursor.at;
        int name = cursor.at;
        cursor.skip(" ");
        if (name == 0 || name > LONGEST_GROUP || !(cursor.sees(": ") || (cursor.at > name && cursor.sees("- ")))) {
            return null;
        }
        cursor.skip(":- ");
        int end = cursor.lettersEnd();
        Level level = Level.ofLongWord(line, cursor.at, end);
        boolean capitals = level != null
                && Character.isUpperCase(line.charAt(cursor.at))
                && Character.isUpperCase(line.charAt(end - 1));
        boolean apart = line.startsWith(":\t", end)
                || line.startsWith("  ", end)
                || line.startsWith(" - ", end)
                || line.startsWith(": ", end);
        return level != null && capitals && apart
                ? MessageStart.afterLevel(line, new Cursor(line, end), level, false)
                : null;
    }

    /** {@code <Nov 22, 2026, 7:36:07,123 PM UTC> <Error> <WebSocket> <BEA-000000> <message>}: WebLogic. */
    static @Nullable Head angled(String line) {
        int open = line.indexOf("> <");
        int close = open < 0 ? -1 : line.indexOf('>', open + 3);
        if (close < 0 || Timestamp.end(line, 1) < 0) {
            return null;
        }
        Level level = Level.ofWord(line.substring(open + 3, close));
        int end = line.endsWith(">") ? line.length() - 1 : line.length();
        int text = line.indexOf("> <", line.indexOf("> <BEA-") + 1) + 3;
        return level == null ? null : new Head(level, line.substring(Math.min(text, end), end), HeadStyle.JAVA);
    }

    private static @Nullable Level levelOf(String group) {
        boolean tornado = group.length() > 8 && group.charAt(1) == ' ' && Timestamp.end(group, 2) > 0;
        if (tornado) {
            return Level.ofWord(group.substring(0, 1));
        }
        int blank = group.lastIndexOf(' ');
        boolean vibe = blank > 0 && blank == group.length() - 4 && Character.isUpperCase(group.charAt(blank + 1));
        return Level.ofWord(vibe ? group.substring(blank + 1) : group);
    }

    private static Head behindGroup(String line, int from, Level level) {
        Cursor cursor = new Cursor(line, from);
        cursor.skip(" \t:-");
        int time = Timestamp.end(line, cursor.peek() == '[' ? cursor.at + 1 : cursor.at);
        if (time > 0) {
            cursor.at = time;
            cursor.skip(" \t:-]");
        }
        return new Head(level, line.substring(cursor.at), HeadStyle.CONSOLE);
    }

    private static @Nullable Head lowerCase(String line, int end) {
        if (line.charAt(end) != ':' || !LOWER_CASE.contains(line.substring(0, end))) {
            return null;
        }
        Level level = Level.ofWord(line.substring(0, end));
        String text = line.substring(end + 1).strip();
        boolean dotnet = text.endsWith("]") && text.indexOf(' ') < 0 && text.indexOf('[') > 0;
        return new Head(level, dotnet ? "" : text, dotnet ? HeadStyle.TEXT_FOLLOWS : HeadStyle.CONSOLE);
    }

    private static @Nullable Head capitals(String line, int end) {
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

    /**
     * {@code E1122 19:36:07.123456 1234 file.cc:12] message}, {@code E, [2026-... #123] ERROR -- : message},
     * {@code E20261122-19:36:07.123(1)? message} and {@code E 2026-11-22T19:36:07.123Z message}.
     */
    private static @Nullable Head letterFirst(String line) {
        Level level = Level.ofWord(line.substring(0, 1));
        if (level == null || Character.isLowerCase(line.charAt(0))) {
            return null;
        }
        if (line.startsWith(", [", 1)) {
            int colon = line.indexOf(": ", Math.max(0, line.indexOf(" -- ")));
            return colon < 0 ? null : new Head(level, line.substring(colon + 2), HeadStyle.CONSOLE);
        }
        int time = Timestamp.end(line, 2);
        if (time > 0 && line.charAt(1) == ' ') {
            return new Head(level, line.substring(time).strip(), HeadStyle.CONSOLE);
        }
        if (Timestamp.digits(line, 1) == 9 && line.startsWith("-", 9) && Timestamp.end(line, 10) > 0) {
            int blank = line.indexOf(' ');
            return blank < 0 ? null : new Head(level, line.substring(blank + 1), HeadStyle.CONSOLE);
        }
        boolean glog = Timestamp.digits(line, 1) == 5 && Timestamp.end(line, 6) > 0;
        int close = glog ? line.indexOf("] ") : -1;
        return close < 0 ? null : new Head(level, line.substring(close + 2), HeadStyle.CONSOLE);
    }

    /** {@code PHP Warning:  fwrite(): ...}, also without the {@code PHP} where errors are displayed. */
    private static @Nullable Head php(String line, int from) {
        int colon = line.indexOf(":  ", from);
        if (colon < 0) {
            colon = line.indexOf(": ", from);
        }
        if (colon < 0 || colon - from > 25) {
            return null;
        }
        Level level = switch (line.substring(from, colon)) {
            case "Fatal error", "Parse error", "Recoverable fatal error" -> Level.ERROR;
            case "Warning" -> Level.WARN;
            case "Notice", "Deprecated" -> Level.INFO;
            default -> null;
        };
        return level == null ? null : new Head(level, line.substring(colon + 1).strip(), HeadStyle.CONSOLE);
    }
}
