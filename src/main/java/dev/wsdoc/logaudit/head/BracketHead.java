package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import org.jspecify.annotations.Nullable;

/** A first line that begins with groups in brackets, one of which is or ends in its level, without a time before it. Stateless. */
final class BracketHead {
    private static final int MOST_GROUPS = 4;
    private static final int LONGEST_GROUP = 100;

    private BracketHead() {}

    /** {@code [ERROR] message}, {@code [E 261122 19:36:07 web:123] message}, {@code [main(----) INF] message}, {@code [app][12345] ERROR message}. */
    static @Nullable Head parse(String line) {
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
        if (open > 0 && line.startsWith("› ", open) && open + 2 < line.length()) {
            return SymbolHead.parse(line, open + 2);
        }
        boolean letter = open > 0 && open < line.length() && Character.isLetter(line.charAt(open));
        return letter ? LevelHead.parse(line.substring(open)) : null;
    }

    private static @Nullable Level levelOf(String group) {
        if (group.length() > 8 && group.charAt(1) == ' ' && Timestamp.end(group, 2) > 0) {
            return Level.ofWord(group.substring(0, 1)); // tornado
        }
        Level level = group.endsWith(")") ? chromiums(group) : Level.ofWord(group);
        return level != null ? level : LevelWord.last(group);
    }

    /** {@code 4410:4411:1122/193607.123:ERROR:file.cc(12)}. */
    private static @Nullable Level chromiums(String group) {
        int end = group.lastIndexOf(':');
        int from = group.lastIndexOf(':', end - 1) + 1;
        boolean loud = from > 1 && Timestamp.isDigit(group.charAt(0)) && LevelWord.isLoud(group, from, end);
        return loud ? Level.ofLongWord(group, from, end) : null;
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
}
