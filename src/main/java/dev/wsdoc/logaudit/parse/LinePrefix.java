package dev.wsdoc.logaudit.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.wsdoc.model.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off what containers, supervisors and terminals put around a line: colours, docker compose's and pm2's names, Kubernetes' and
 * syslog's headers, the times that {@code docker logs -t} adds, Heroku's times and dynos. Stateless.
 */
public final class LinePrefix {
    private static final char ESCAPE = '\u001b';
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int MOST_PREFIXES = 3;
    private static final int LONGEST_NAME = 60;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");
    private static final Pattern PROCESS = Pattern.compile("(?:(?<host>[\\w.-]+) )?[\\w./@()-]+\\[[\\w.-]+\\]: ?");
    private static final Pattern HOST_AND_PROCESS = Pattern.compile("(?<host>[\\w.-]+) [\\w./@()-]+: ");
    private static final Pattern RFC_5424 =
            Pattern.compile("(?<host>[\\w.-]+) [\\w./-]+ (?:\\d+|-) (?:\\w+|-) (?:-|\\[[^\\]]*\\]) ");

    private static final Pattern HEROKU = Pattern.compile("(?:app|heroku)\\[\\w+(?:\\.\\d+)?\\]: ?");

    private LinePrefix() {}

    public static String strip(String decorated) {
        String line = plain(unwrap(decorated));
        for (int i = 0; i < MOST_PREFIXES; i++) {
            int end = prefixEnd(line);
            if (end <= 0) {
                break;
            }
            line = line.substring(end);
        }
        return line;
    }

    /** {@code {"log":"...","stream":"stderr","time":"..."}}: Docker's json-file. */
    private static String unwrap(String line) {
        if (!line.startsWith("{\"log\":\"")) {
            return line;
        }
        try {
            return Json.mapper().readTree(line).path("log").asText().stripTrailing();
        } catch (JsonProcessingException notJson) {
            return line;
        }
    }

    /** What stood before the bare line but for its numbers, such as host and process: the same for all lines of one source. */
    public static String source(String decorated, String bare) {
        if (decorated.length() == bare.length()) {
            return ""; // most lines
        }
        String line = plain(decorated);
        return line.endsWith(bare)
                ? NUMBER.matcher(line.substring(0, line.length() - bare.length()))
                        .replaceAll("")
                : "";
    }

    static String plain(String line) {
        String plain = line.indexOf(ESCAPE) < 0 ? line : COLOUR.matcher(line).replaceAll("");
        return plain.isEmpty() || plain.charAt(0) != BYTE_ORDER_MARK ? plain : plain.substring(1);
    }

    private static int prefixEnd(String line) {
        if (line.isEmpty()) {
            return -1;
        }
        char first = line.charAt(0);
        if (first == ' ' || first == '\t' || first == '{') {
            return -1;
        }
        if (first == '<') {
            return priority(line);
        }
        if (line.startsWith("[pod/")) {
            return line.indexOf("] ") + 2;
        }
        int name = nameEnd(line);
        if (name > 0) {
            return name;
        }
        return Character.isDigit(first) || Character.isUpperCase(first) ? behindTime(line) : -1;
    }

    /** {@code <34>}, with which syslog and systemd write a level. */
    private static int priority(String line) {
        int digits = Timestamp.digits(line, 1);
        if (digits < 2 || digits > 4 || !line.startsWith(">", digits)) {
            return -1;
        }
        return line.startsWith("1 2", digits + 1) ? digits + 3 : digits + 1;
    }

    /** {@code app-1  | }, {@code 0|app  | }, {@code app.2.zgxx@host  | }. */
    private static int nameEnd(String line) {
        int at = nameChars(line, 0);
        if (line.startsWith("|", at) && Timestamp.digits(line, 0) == at) {
            at = nameChars(line, at + 1);
        }
        int name = at;
        while (line.startsWith(" ", at)) {
            at++;
        }
        boolean bar = at > name && line.startsWith("| ", at);
        return bar && Level.ofWord(line.substring(0, name)) == null ? at + 2 : -1;
    }

    private static int nameChars(String line, int from) {
        int at = from;
        while (at < line.length() && at < LONGEST_NAME && isNameChar(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isNameChar(char c) {
        return c < 128
                ? (c >= 'a' && c <= 'z')
                        || (c >= '-' && c <= '9' && c != '/')
                        || (c >= 'A' && c <= 'Z')
                        || c == '_'
                        || c == '@'
                : Character.isLetterOrDigit(c);
    }

    /** A time that is not the entry's own: docker's, containerd's, or syslog's with host and process behind it. */
    private static int behindTime(String line) {
        int end = Timestamp.end(line, 0);
        if (end < 0 || !line.startsWith(" ", end)) {
            return -1;
        }
        if (line.startsWith(" stdout ", end) || line.startsWith(" stderr ", end)) {
            return end + 10 <= line.length() ? end + 10 : -1;
        }
        if (isDockers(line, end)) {
            Matcher dyno = HEROKU.matcher(line).region(end + 1, line.length());
            return dyno.lookingAt() ? dyno.end() : end + 1;
        }
        if (continuesTrace(line, end + 1)) {
            return end + 1;
        }
        int process = processEnd(line, end + 1);
        return process > 0 ? process : foreman(line, end + 1);
    }

    private static int processEnd(String line, int from) {
        boolean month = Character.isUpperCase(line.charAt(0));
        if (!month && line.indexOf('T') != 10) {
            return -1;
        }
        for (Pattern pattern : new Pattern[] {PROCESS, month ? HOST_AND_PROCESS : RFC_5424}) {
            Matcher matcher = pattern.matcher(line).region(from, Math.min(line.length(), from + 160));
            if (matcher.lookingAt()) {
                String host = matcher.group("host");
                return host != null && Level.ofWord(host) != null ? -1 : matcher.end();
            }
        }
        return -1;
    }

    /** Nine digits of a second and a Z. */
    private static boolean isDockers(String line, int end) {
        return end == 30 && line.charAt(19) == '.' && line.charAt(29) == 'Z';
    }

    private static boolean continuesTrace(String line, int at) {
        return line.startsWith("\tat ", at)
                || line.startsWith("  File \"", at)
                || line.startsWith("    at ", at)
                || line.startsWith("Traceback (most", at)
                || line.startsWith("Caused by: ", at)
                || Timestamp.end(line, at) > 0;
    }

    /** {@code 19:36:07 web.1  | }. */
    private static int foreman(String line, int from) {
        int end = from < line.length() ? nameEnd(line.substring(from)) : -1;
        return end < 0 ? -1 : from + end;
    }
}
