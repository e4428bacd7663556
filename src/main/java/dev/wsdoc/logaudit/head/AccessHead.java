package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import org.jspecify.annotations.Nullable;

/** A line of an access log in the common format or HAProxy's: an address, and before long {@code [22/Nov/2026:19:36:51}. */
final class AccessHead {
    private static final int FARTHEST = 120;

    private AccessHead() {}

    static @Nullable Head parse(String line) {
        int open = line.indexOf(" [");
        if (open < 3 || open > FARTHEST || !isClf(line, open + 2)) {
            return null;
        }
        return new Head(null, line, HeadStyle.ACCESS);
    }

    private static boolean isClf(String line, int at) {
        return line.length() > at + 20
                && line.charAt(at + 2) == '/'
                && line.charAt(at + 6) == '/'
                && (line.charAt(at + 11) == ':' || (line.charAt(at + 11) == ' ' && Timestamp.end(line, 0) < 0))
                && Timestamp.end(line, at) > 0;
    }
}
