package dev.wsdoc.logaudit.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the points in time that {@link Timestamp} finds. A time without a zone is one of the reader's own zone, a date without a year
 * is the latest such date that is not in the future. Immutable.
 */
public final class LogTime {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String CLOCK =
            "(?<h>\\d{1,2}):?(?<min>\\d\\d):?(?<s>\\d\\d)(?:[.,:](?<f>\\d+))?(?: ?(?<half>[AP]M))?";
    private static final String ZONE = "(?: ?(?<zone>Z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?))?";
    private static final Pattern[] DATED = {
        dated("(?<y>\\d{4})[-/.](?<m>\\d\\d)[-/.](?<d>\\d\\d)[T :_]", ""),
        dated("(?<d>\\d{1,2})[-/.](?<name>[A-Za-z]{3})[-/.](?<y>\\d{4})[T :_]{1,2}", ""),
        dated("(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4}),? ", ""),
        dated("(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4}),? ", ""),
        dated("(?<y>\\d{4})(?<m>\\d\\d)(?<d>\\d\\d)[T :_]", ""),
        dated("(?<y>\\d\\d)[-/.]?(?<m>\\d\\d)[-/.]?(?<d>\\d\\d)[T :_]", ""),
        dated("[A-Za-z]{3}, (?<d>\\d{1,2}) (?<name>[A-Za-z]{3}) (?<y>\\d{4}) ", ""),
        dated("(?<name>[A-Za-z]{3}) {1,2}(?<d>\\d{1,2}), (?<y>\\d{4}) ", ""),
        dated("(?:[A-Za-z]{3} )?(?<name>[A-Za-z]{3}) {1,2}(?<d>\\d{1,2}) ", "(?: (?<y>\\d{4}))?"),
        dated("(?<m>\\d\\d)(?<d>\\d\\d) ", "")
    };
    private static final Pattern EPOCH = Pattern.compile("(\\d{10})(\\d{3})?(?:\\.(\\d+))?");

    private final ZoneId zone;
    private final Instant now;

    public LogTime(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    private static Pattern dated(String date, String year) {
        return Pattern.compile(date + CLOCK + year + ZONE, Pattern.CASE_INSENSITIVE);
    }

    /** The instant, or null if the text is none: it has no date, or a day that does not exist. */
    @Nullable
    public Instant parse(String text) {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            long seconds = Long.parseLong(epoch.group(1));
            long millis = epoch.group(2) == null ? 0 : Long.parseLong(epoch.group(2));
            return Instant.ofEpochSecond(seconds, millis * 1_000_000 + nanos(epoch.group(3)));
        }
        for (Pattern pattern : DATED) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return instant(matcher);
            }
        }
        return null;
    }

    private @Nullable Instant instant(Matcher found) {
        try {
            LocalTime time = time(found);
            int month = month(found);
            int day = Integer.parseInt(found.group("d"));
            ZoneId offset = zone(found.group("zone"));
            String year = group(found, "y");
            if (year != null) {
                int full = Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
                return LocalDate.of(full, month, day)
                        .atTime(time)
                        .atZone(offset)
                        .toInstant();
            }
            int thisYear = now.atZone(offset).getYear();
            Instant latest = LocalDate.of(thisYear, month, day)
                    .atTime(time)
                    .atZone(offset)
                    .toInstant();
            // A clock that is a little ahead of ours is no log of last year.
            return latest.minusSeconds(86_400).isAfter(now)
                    ? LocalDate.of(thisYear - 1, month, day)
                            .atTime(time)
                            .atZone(offset)
                            .toInstant()
                    : latest;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static LocalTime time(Matcher found) {
        int hour = Integer.parseInt(found.group("h"));
        String half = found.group("half");
        if (half != null) {
            hour = hour % 12 + (half.toUpperCase(Locale.ROOT).equals("PM") ? 12 : 0);
        }
        int second = Math.min(59, Integer.parseInt(found.group("s"))); // a leap second
        return LocalTime.of(hour, Integer.parseInt(found.group("min")), second, (int) nanos(found.group("f")));
    }

    private static int month(Matcher found) {
        String name = group(found, "name");
        if (name == null) {
            return Integer.parseInt(found.group("m"));
        }
        int at = MONTHS.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT));
        return at < 0 || at % 3 != 0 ? 0 : at / 3 + 1;
    }

    private ZoneId zone(@Nullable String written) {
        return written == null ? zone : ZoneId.of(written);
    }

    private static long nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
    }

    private static @Nullable String group(Matcher found, String name) {
        boolean known = found.pattern().pattern().contains("(?<" + name + ">");
        return known ? found.group(name) : null;
    }
}
