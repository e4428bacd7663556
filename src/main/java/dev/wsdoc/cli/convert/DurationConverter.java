package dev.wsdoc.cli.convert;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads durations such as {@code 500ms}, {@code 1.5s}, {@code 2m}, {@code 2h30m} as Go writes it, or {@code 1 day 6 hours} as systemd
 * does; a bare number is seconds.
 */
public final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern BARE = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,9})?");
    private static final Pattern PART = Pattern.compile("(" + BARE + ")\\s*([a-z\u00b5\u03bc]+)[\\s,]*");
    private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000L);

    /** The units' names, the shortest first, with the nanoseconds in one. */
    private static final Map<String, Long> NANOS = Map.of(
            "ns nsec", 1L,
            "us \u00b5s \u03bcs usec", 1_000L,
            "ms msec", 1_000_000L,
            "s sec secs second seconds", 1_000_000_000L,
            "m min mins minute minutes", 60_000_000_000L,
            "h hr hrs hour hours", 3_600_000_000_000L,
            "d day days", 86_400_000_000_000L,
            "w week weeks", 604_800_000_000_000L);

    @Override
    public Duration convert(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (BARE.matcher(word).matches()) {
            return duration(new BigDecimal(word).multiply(SECOND), text);
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(word);
        int end = 0;
        while (part.find() && part.start() == end) {
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit(part.group(2), text))));
            end = part.end();
        }
        if (end == 0 || end < word.length()) {
            throw wrong(text, end == 0 ? "" : ": '" + word.substring(end) + "' has no unit");
        }
        return duration(nanos, text);
    }

    private static long unit(String name, String text) {
        return NANOS.entrySet().stream()
                .filter(unit -> (" " + unit.getKey() + " ").contains(" " + name + " "))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> wrong(text, ": there is no unit '" + name + "'"));
    }

    private static Duration duration(BigDecimal nanos, String text) {
        try {
            return Duration.ofNanos(nanos.toBigInteger().longValueExact());
        } catch (ArithmeticException e) {
            throw new TypeConversionException("'" + text + "' is longer than 292 years");
        }
    }

    private static TypeConversionException wrong(String text, String why) {
        return new TypeConversionException(
                "'" + text + "' is not a duration; write it like 500ms, 1.5s, 2m or 1h" + why);
    }
}
