package dev.wsdoc.logaudit.source;

import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.time.Timestamp;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What syslog (RFC 3164, RFC 5424) and the journal in any of its forms write before a line. Stateless. */
final class SyslogPrefix {
    private static final int LONGEST = 200;
    private static final Pattern PROCESS = Pattern.compile("(?:(?<host>[\\w.:-]+) )?[\\w./@()-]+\\[[\\w.-]+\\]: ?");
    private static final Pattern HOST_AND_PROCESS = Pattern.compile("(?<host>[\\w.:-]+) [\\w./@()-]+: ");
    private static final Pattern RFC_5424 = Pattern.compile(
            "(?<host>[\\w.:-]+) [\\w./-]+ (?:\\d+|-) (?:\\w+|-) (?:-|(?:\\[(?:[^\\]\"]|\"[^\"]*\")*\\])+) ?(?:\ufeff)?");

    private SyslogPrefix() {}

    /** {@code <34>}; with one digit it is the level that systemd takes from a line's front, unless a time follows. */
    static @Nullable Prefix priority(String line) {
        int digits = Timestamp.digits(line, 1);
        if (digits < 2 || digits > 4 || !line.startsWith(">", digits)) {
            return null;
        }
        if (line.startsWith("1 2", digits + 1)) {
            return Prefix.anonymous(digits + 3);
        }
        boolean level = digits == 2 && Timestamp.end(line, digits + 1) < 0;
        return level ? null : Prefix.anonymous(digits + 1);
    }

    /** Host and process behind a time that ends at {@code end}. */
    static @Nullable Prefix behindTime(String line, int end) {
        if (!line.startsWith(" ", end)) {
            return null;
        }
        boolean letters = Character.isUpperCase(line.charAt(0));
        boolean iso = line.indexOf('T') == 10;
        boolean unix = Timestamp.digits(line, 0) == 10 && line.charAt(10) == '.';
        if (!letters && !iso && !unix) {
            return null;
        }
        Prefix process = find(line, end + 1, PROCESS);
        return process != null || unix ? process : find(line, end + 1, letters ? HOST_AND_PROCESS : RFC_5424);
    }

    private static @Nullable Prefix find(String line, int from, Pattern pattern) {
        Matcher matcher = pattern.matcher(line).region(from, Math.min(line.length(), from + LONGEST));
        if (!matcher.lookingAt()) {
            return null;
        }
        String host = matcher.group("host");
        boolean level = host != null && Level.ofWord(host) != null;
        return level ? null : Prefix.of(line, from, matcher.end(), matcher.end());
    }
}
