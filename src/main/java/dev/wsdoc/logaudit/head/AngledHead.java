package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import org.jspecify.annotations.Nullable;

/** A first line that begins with an angle bracket: WebLogic's, and that of a program which writes for systemd. Stateless. */
final class AngledHead {
    private AngledHead() {}

    /** {@code <Nov 22, 2026, 7:36:07,123 PM UTC> <Error> <WebSocket> <BEA-000000> <message>}: WebLogic. */
    static @Nullable Head parse(String line) {
        if (Timestamp.digits(line, 1) == 2 && line.startsWith(">", 2)) {
            return ofSystemd(line);
        }
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

    /** {@code <3>message}, in the numbers of syslog. */
    private static Head ofSystemd(String line) {
        Level level = JsonHead.bySyslog(line.charAt(1) - '0');
        return new Head(level, line.substring(3).stripLeading(), HeadStyle.CONSOLE);
    }
}
