package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A first line that begins with a name, and has its level behind that. Stateless. */
final class NamedHead {
    private static final int LONGEST_GROUP = 60;
    private static final int FARTHEST = 160;
    private static final Pattern TRACE_SOURCE = Pattern.compile(
            "[\\w.+` -]{1,120} (?<level>Critical|Error|Warning|Information|Verbose|Start|Stop|Suspend|Resume|Transfer): \\d+ : ?");
    private static final Pattern NPM =
            Pattern.compile("(?:npm|pnpm|yarn) (?<level>ERR!|WARN!?|error|warn|notice|info|verb|http) ?");

    private static final Pattern LAMBDA = Pattern.compile("(?:START|END|REPORT) RequestId: \\S+");

    private NamedHead() {}

    static @Nullable Head parse(String line) {
        if (line.startsWith("npm ") || line.startsWith("pnpm ") || line.startsWith("yarn ")) {
            return find(line, NPM);
        }
        if (line.contains(" RequestId: ") && LAMBDA.matcher(line).lookingAt()) {
            return new Head(null, line, HeadStyle.CONSOLE);
        }
        int traced = line.indexOf(" : ");
        boolean digit = traced > 2 && traced < FARTHEST && Timestamp.isDigit(line.charAt(traced - 1));
        Head head = digit ? find(line, TRACE_SOURCE) : null;
        return head != null ? head : logger(line);
    }

    private static @Nullable Head find(String line, Pattern pattern) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.lookingAt()) {
            return null;
        }
        String word = matcher.group("level").replace("!", "");
        Level level = Level.ofWord(word);
        return new Head(level == null ? Level.INFO : level, line.substring(matcher.end()), HeadStyle.CONSOLE);
    }

    /** {@code engineio    : INFO     message}, {@code websockets.server - ERROR - message}. */
    private static @Nullable Head logger(String line) {
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
}
