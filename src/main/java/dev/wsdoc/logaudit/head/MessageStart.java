package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;

/** Finds the message behind a level: past the process, the thread and the logger, where a layout writes them there. Stateless. */
final class MessageStart {
    private static final String SEPARATORS = " \t:|]";
    private static final String[] SEPARATORS_OF_LOGGERS = {" - ", " -- ", " : ", " | "};

    private MessageStart() {}

    static Head afterLevel(String line, Cursor cursor, Level level, boolean thread) {
        int from = cursor.at;
        int spring = line.indexOf(" --- ", from);
        if (spring >= 0 && spring - from < 12) {
            int colon = line.indexOf(" : ", spring);
            return new Head(level, line.substring(colon < 0 ? spring + 5 : colon + 3), HeadStyle.JAVA);
        }
        boolean severe = line.startsWith("SEVERE", from - 6);
        boolean jetty = line.startsWith(":oej", from) || line.startsWith(" :oej", from);
        skipDashes(cursor);
        int groups = skipGroups(line, cursor);
        boolean logger = skipLogger(line, cursor);
        boolean java = severe || jetty || groups > 1 || (thread && logger);
        skipNginx(line, cursor);
        return new Head(
                level, line.substring(Math.min(cursor.at, line.length())), java ? HeadStyle.JAVA : HeadStyle.CONSOLE);
    }

    private static void skipDashes(Cursor cursor) {
        cursor.skip(SEPARATORS);
        while (cursor.sees("- ") || cursor.sees("-- ")) {
            cursor.skip("-");
            cursor.skip(SEPARATORS);
        }
    }

    /** Past {@code [logger] (thread) <0.1.0>}: groups without quotes in them, so that an address or JSON stays. */
    private static int skipGroups(String line, Cursor cursor) {
        int groups = 0;
        while (groups < 4 && cursor.opensGroup()) {
            int close = cursor.groupEnd();
            boolean behind = close > 0 && close + 1 < line.length() && line.charAt(close + 1) == ' ';
            if (!behind || line.substring(cursor.at, close).indexOf('"') >= 0) {
                break;
            }
            cursor.at = close + 1;
            cursor.skip(SEPARATORS);
            groups++;
        }
        return groups;
    }

    /** Past {@code 23791#23791: *3 }: process, thread and connection. */
    private static void skipNginx(String line, Cursor cursor) {
        int hash = Timestamp.digits(line, cursor.at);
        int end = line.startsWith("#", hash) ? Timestamp.digits(line, hash + 1) : -1;
        if (hash == cursor.at || end < 0 || !line.startsWith(": ", end)) {
            return;
        }
        int connection = line.startsWith("*", end + 2) ? Timestamp.digits(line, end + 3) : -1;
        cursor.at = line.startsWith(" ", connection) ? connection + 1 : end + 2;
    }

    /** Past a logger, if a dash, a bar or a colon shows that it is one; whether it has the dots of a Java logger. */
    private static boolean skipLogger(String line, Cursor cursor) {
        if (cursor.sees("in ") && line.indexOf(": ", cursor.at) > 0) {
            cursor.at = line.indexOf(": ", cursor.at) + 2;
            return false;
        }
        int end = cursor.wordEnd();
        if (end == cursor.at || !Character.isLetter(cursor.peek())) {
            return false;
        }
        String word = line.substring(cursor.at, end);
        boolean dotted = word.indexOf('.') > 0 || word.contains("::");
        boolean barred = line.charAt(cursor.at - 1) == '|' && line.startsWith("|", end);
        int separator = barred ? end + 1 : separatorEnd(line, end);
        if (separator > 0) {
            cursor.at = separator;
            return !barred && (dotted || word.equals("root"));
        }
        boolean thrown = line.contains("[stderr]") || LineShape.namesException(word);
        if (dotted && word.endsWith(":") && !thrown) {
            cursor.at = Math.min(end + 1, line.length());
        }
        return false;
    }

    private static int separatorEnd(String line, int wordEnd) {
        int at = LevelWord.skipBlanks(line, wordEnd) - 1;
        for (String separator : SEPARATORS_OF_LOGGERS) {
            if (at >= 0 && line.startsWith(separator, at)) {
                return at + separator.length();
            }
        }
        return -1;
    }
}
