package dev.wsdoc.logaudit.source;

import dev.wsdoc.logaudit.time.Timestamp;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times that are not the entry's own: those of {@code docker logs -t}, containerd, CloudWatch, Heroku, foreman, multilog. Stateless.
 */
final class ContainerTime {
    private static final int TAI64N = 25;
    private static final Pattern HEROKU =
            Pattern.compile("(?:app|heroku)\\[[\\w-]+(?:\\.\\d+)?\\]: ?|\\[[A-Z]+(?:/[\\w.-]+)+\\] (?:OUT|ERR) ?");
    private static final Pattern LOG_STREAM = Pattern.compile("[\\w.$\\[\\]-]+(?:/[\\w.$\\[\\]-]+)+ ");
    private static final Pattern INSTANCE = Pattern.compile("[\\w-]+\\[\\w+\\]  ");

    private ContainerTime() {}

    /** {@code @400000006741f1a70b9aca00 }. */
    static @Nullable Prefix tai64(String line) {
        if (line.length() < TAI64N || !line.startsWith("@40000000")) {
            return null;
        }
        for (int i = 1; i < TAI64N; i++) {
            if (Character.digit(line.charAt(i), 16) < 0) {
                return null;
            }
        }
        return Prefix.anonymous(line.startsWith(" ", TAI64N) ? TAI64N + 1 : TAI64N);
    }

    /** What stands before a line that begins with a time up to {@code end}. */
    static @Nullable Prefix parse(String line, int end) {
        if (end == line.length()) {
            return isDockers(line, end) ? Prefix.anonymous(end) : null;
        }
        if (line.charAt(end) != ' ') {
            return null;
        }
        if (line.startsWith(" stdout ", end) || line.startsWith(" stderr ", end)) {
            return Prefix.anonymous(Math.min(end + 10, line.length()));
        }
        Prefix named = named(line, end);
        if (named != null) {
            return named;
        }
        boolean logger = isDockers(line, end) || isS6(line, end);
        return logger || continuesTrace(line, end + 1) ? Prefix.anonymous(isS6(line, end) ? end + 2 : end + 1) : null;
    }

    /** Heroku's dyno, CloudWatch's group and stream, App Engine's instance, foreman's process. */
    private static @Nullable Prefix named(String line, int end) {
        if (line.indexOf('T') == 10) {
            Prefix dyno = named(line, end, HEROKU);
            return dyno != null || !isMicro(line, end) ? dyno : named(line, end, LOG_STREAM);
        }
        int bar = ServiceName.barredEnd(line, end + 1);
        if (bar > 0) {
            return Prefix.of(line, end + 1, line.lastIndexOf('|', bar), bar);
        }
        return end == 19 && line.charAt(4) == '-' ? named(line, end, INSTANCE) : null;
    }

    private static @Nullable Prefix named(String line, int end, Pattern pattern) {
        Matcher matcher = pattern.matcher(line).region(end + 1, Math.min(line.length(), end + 200));
        return matcher.lookingAt() ? Prefix.of(line, end + 1, matcher.end(), matcher.end()) : null;
    }

    /** Six digits of a second and an offset. */
    private static boolean isMicro(String line, int end) {
        return end == 32 && line.charAt(26) == '+';
    }

    /** Nine digits of a second and a Z. */
    private static boolean isDockers(String line, int end) {
        return end == 30 && line.charAt(19) == '.' && line.charAt(29) == 'Z';
    }

    /** Nine digits of a second and two blanks. */
    private static boolean isS6(String line, int end) {
        return end == 29 && line.charAt(19) == '.' && line.startsWith("  ", end) && Timestamp.digits(line, 20) == 29;
    }

    private static boolean continuesTrace(String line, int at) {
        return line.startsWith("\tat ", at)
                || line.startsWith("  File \"", at)
                || line.startsWith("    ", at)
                || line.startsWith("Traceback (most", at)
                || line.startsWith("Caused by: ", at)
                || Timestamp.end(line, at) > 0;
    }
}
