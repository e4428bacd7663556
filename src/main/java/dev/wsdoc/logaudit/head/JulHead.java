package dev.wsdoc.logaudit.head;

import dev.wsdoc.logaudit.time.Timestamp;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two lines of java.util.logging in any language: {@code 24 März} and the half of the day are told by their place, the level by
 * {@link LocalWords}. Stateless.
 */
public final class JulHead {
    private static final int LONGEST_DATE = 24;
    private static final int LONGEST_LEVEL = 20;
    private static final Pattern FIRST = Pattern.compile(
            "[\\p{L}\\d.]{1,12} \\d{1,2}, \\d{4},? \\d{1,2}:\\d\\d:\\d\\d"
                    + "(?:[ \\u00a0\\u202f][\\p{L}.][\\p{L}. \\u00a0\\u202f]{0,7}?)? (?<caller>[\\p{L}\\w$.<>/]+(?: [\\p{L}\\w$<>/]+)?)");

    private JulHead() {}

    static @Nullable Head parse(String line) {
        int comma = line.indexOf(", ");
        boolean date = comma > 2 && comma < LONGEST_DATE && Timestamp.digits(line, comma + 2) == comma + 6;
        if (!date) {
            return null;
        }
        Matcher matcher = FIRST.matcher(line);
        boolean called = matcher.matches() && TimedHead.isCaller(matcher.group("caller"));
        return called ? new Head(null, matcher.group("caller"), HeadStyle.LEVEL_FOLLOWS) : null;
    }

    /** The second line, {@code SCHWERWIEGEND: message}; null if it is none. */
    public static @Nullable Head second(String line) {
        int colon = line.indexOf(':');
        if (colon < 2 || colon > LONGEST_LEVEL) {
            return null;
        }
        Level level = LocalWords.due(line.substring(0, colon));
        return level == null ? null : new Head(level, line.substring(colon + 1).strip(), HeadStyle.LEVEL_WORD);
    }
}
