package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import org.jspecify.annotations.Nullable;

/** {@code 4410:M 22 Nov 2026 19:36:07.123 # message}: Redis and its kin, whose levels are signs. Stateless. */
final class RedisHead {
    private RedisHead() {}

    static @Nullable Head parse(String line) {
        int colon = Timestamp.digits(line, 0);
        if (!line.startsWith(":", colon) || !line.startsWith(" ", colon + 2)) {
            return null;
        }
        int time = Timestamp.end(line, colon + 3);
        boolean signed = time > 0 && line.startsWith(" ", time) && line.startsWith(" ", time + 2);
        Level level = signed ? ofSign(line.charAt(time + 1)) : null;
        return level == null ? null : new Head(level, line.substring(time + 3), HeadStyle.CONSOLE);
    }

    private static @Nullable Level ofSign(char sign) {
        return switch (sign) {
            case '#' -> Level.WARN;
            case '*' -> Level.INFO;
            case '-', '.' -> Level.DEBUG;
            default -> null;
        };
    }
}
