package dev.wsdoc.cli.convert;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as {@code 500ms}, {@code 1.5s}, {@code 2m} or {@code 1h}; a bare number is seconds. */
public final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)\\s*(ns|us|µs|ms|s|m|min|h|d)?");
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "min", 60_000_000_000L,
            "h", 3_600_000_000_000L,
            "d", 86_400_000_000_000L);

    @Override
    public Duration convert(String text) {
        Matcher match = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw new TypeConversionException("'" + text + "' is not a duration; write it like 500ms, 1.5s, 2m or 1h");
        }
        String unit = match.group(2) == null ? "s" : match.group(2);
        BigDecimal nanos = new BigDecimal(match.group(1)).multiply(BigDecimal.valueOf(NANOS.getOrDefault(unit, 1L)));
        try {
            return Duration.ofNanos(nanos.toBigInteger().longValueExact());
        } catch (ArithmeticException e) {
            throw new TypeConversionException("'" + text + "' is longer than 292 years");
        }
    }
}
