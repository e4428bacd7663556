package dev.wsdoc.logaudit.head;

import org.jspecify.annotations.Nullable;

/** {@code time=... level=error msg="..." error="..."}: logrus, slog, Traefik. Stateless. */
final class LogfmtHead {
    private static final String[] LEVELS = {"level=", "lvl=", "severity=", "at="};
    private static final String[] MESSAGES = {"msg=", "message="};

    private LogfmtHead() {}

    static @Nullable Head parse(String line) {
        int equals = line.indexOf('=');
        if (equals < 1 || equals > 20 || line.lastIndexOf(' ', equals) >= 0) {
            return null;
        }
        String level = value(line, LEVELS);
        String message = value(line, MESSAGES);
        if (level == null && message == null) {
            return null;
        }
        String plain = line.replace("\\\"", "\"");
        return new Head(
                level == null ? null : Level.ofWord(level),
                message == null ? plain : message,
                HeadStyle.STRUCTURED,
                plain);
    }

    private static @Nullable String value(String line, String[] keys) {
        for (String key : keys) {
            int at = line.startsWith(key) ? 0 : line.indexOf(" " + key) + 1;
            if (at > 0 || line.startsWith(key)) {
                return valueAt(line, at + key.length());
            }
        }
        return null;
    }

    private static String valueAt(String line, int from) {
        if (!line.startsWith("\"", from)) {
            int blank = line.indexOf(' ', from);
            return line.substring(from, blank < 0 ? line.length() : blank);
        }
        StringBuilder value = new StringBuilder();
        for (int i = from + 1; i < line.length() && line.charAt(i) != '"'; i++) {
            boolean escape = line.charAt(i) == '\\' && i + 1 < line.length();
            i += escape ? 1 : 0;
            value.append(escape && line.charAt(i) == 'n' ? '\n' : line.charAt(i));
        }
        return value.toString();
    }
}
