package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Knows the first line of an entry when it sees one. Every line is looked at by itself, so a log may change its format or mix
 * several; what the line begins with picks the parser. Stateless.
 */
public final class HeadParser {
    private static final String MARKER = "### ";

    /** Before an entry in WebLogic's server log. */
    private static final String WEBLOGIC = "####<";

    private HeadParser() {}

    /** The head in a line that is free of container prefixes; null if the line continues an entry or follows no format. */
    public static @Nullable Head parse(String line) {
        if (line.isEmpty()) {
            return null;
        }
        char first = line.charAt(0);
        if (first == ' ' || first == '\t') {
            return first == ' ' ? IndentedHead.parse(line) : null;
        }
        if (first == '{') {
            return JsonHead.parse(line);
        }
        if (first == '=') {
            return ReportHead.parse(line);
        }
        if (first == '<') {
            return AngledHead.parse(line);
        }
        if (line.startsWith(WEBLOGIC)) {
            return AngledHead.parse(line.substring(WEBLOGIC.length() - 1).stripTrailing());
        }
        if (line.startsWith(MARKER)) {
            return new Head(null, line.substring(MARKER.length()), HeadStyle.MARKER);
        }
        if (line.startsWith(GlassfishHead.BEGIN)) {
            return GlassfishHead.parse(line);
        }
        if (Character.isLetter(first)) {
            return lettersFirst(line);
        }
        Head access = AccessHead.parse(line);
        if (access != null) {
            return access;
        }
        if (first > 127) {
            return SymbolHead.parse(line, 0);
        }
        Head timed = TimedHead.parse(line);
        if (timed == null && Timestamp.isDigit(first)) {
            Head jul = JulHead.parse(line);
            return jul != null ? jul : RedisHead.parse(line);
        }
        return timed != null || first != '[' ? timed : BracketHead.parse(line);
    }

    private static @Nullable Head lettersFirst(String line) {
        Head head = LevelHead.parse(line);
        if (head == null) {
            head = LogfmtHead.parse(line);
        }
        if (head == null) {
            head = TimedHead.parse(line);
        }
        return head != null ? head : JulHead.parse(line);
    }
}
