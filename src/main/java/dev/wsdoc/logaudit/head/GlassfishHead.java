package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import org.jspecify.annotations.Nullable;

/** {@code [#|2026-11-22T19:36:07.123+0000|SEVERE|glassfish 4.1|logger|_ThreadID=20;|message|#]}: GlassFish and Payara. Stateless. */
final class GlassfishHead {
    static final String BEGIN = "[#|";

    private static final String END = "|#]";

    /** Product, logger and thread, between the level and the message. */
    private static final int FIELDS = 3;

    private GlassfishHead() {}

    static @Nullable Head parse(String line) {
        int time = Timestamp.end(line, BEGIN.length());
        int bar = line.startsWith("|", time) ? line.indexOf('|', time + 1) : -1;
        Level level = bar < 0 ? null : Level.ofWord(line.substring(time + 1, bar));
        if (level == null) {
            return null;
        }
        int at = bar;
        for (int field = 0; field < FIELDS && at >= 0; field++) {
            at = line.indexOf('|', at + 1);
        }
        int end = line.endsWith(END) ? line.length() - END.length() : line.length();
        return at < 0 || at >= end ? null : new Head(level, line.substring(at + 1, end), HeadStyle.JAVA);
    }
}
