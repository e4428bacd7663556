package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import org.jspecify.annotations.Nullable;

/** A first line that begins with the level as one letter: glog, Ruby's Logger, Meteor, cloud exports. Stateless. */
final class LetterHead {
    private LetterHead() {}

    /**
     * {@code E1122 19:36:07.123456 1234 file.cc:12] message}, {@code E, [2026-... #123] ERROR -- : message},
     * {@code E20261122-19:36:07.123(1)? message} and {@code E 2026-11-22T19:36:07.123Z message}.
     */
    static @Nullable Head parse(String line) {
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
            return new Head(level, line.substring(time).stripLeading(), HeadStyle.CONSOLE);
        }
        if (Timestamp.digits(line, 1) == 9 && line.startsWith("-", 9) && Timestamp.end(line, 10) > 0) {
            int blank = line.indexOf(' ');
            return blank < 0 ? null : new Head(level, line.substring(blank + 1), HeadStyle.CONSOLE);
        }
        int day = Timestamp.digits(line, 1);
        boolean glog = (day == 5 || day == 9) && line.startsWith(" ", day) && Timestamp.end(line, day + 1) > 0;
        int close = glog ? line.indexOf("] ") : -1;
        return close < 0 ? null : new Head(level, line.substring(close + 2), HeadStyle.CONSOLE);
    }
}
