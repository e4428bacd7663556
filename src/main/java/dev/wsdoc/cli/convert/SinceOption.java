package dev.wsdoc.cli.convert;

import dev.wsdoc.cli.command.CommandFailure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** Reads points in time: {@code 2026-11-23T10:00}, with or without a zone, or how long ago, such as {@code 10m}. */
public final class SinceOption {
    private SinceOption() {}

    /**
     * The instant.
     *
     * @param zone that of a time which names none
     */
    public static Instant parse(String text, ZoneId zone, Instant now) {
        String word = text.strip();
        boolean hasUnit = !word.isEmpty() && Character.isLetter(word.charAt(word.length() - 1));
        if (hasUnit && !word.contains("-") && !word.contains(":")) {
            return before(word, now, text);
        }
        String iso = word.replace(' ', 'T').toUpperCase(Locale.ROOT);
        try {
            if (!iso.contains("T")) {
                return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
            }
            boolean zoned = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.indexOf('-', iso.indexOf('T')) > 0;
            return zoned
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw wrong(text);
        }
    }

    private static Instant before(String word, Instant now, String text) {
        try {
            Duration ago = new DurationConverter().convert(word);
            return now.minus(ago);
        } catch (TypeConversionException | DateTimeException | ArithmeticException e) {
            throw wrong(text);
        }
    }

    private static CommandFailure wrong(String text) {
        return CommandFailure.wrongUsage("--since '" + text
                + "' is no time; write it like 2026-11-23T10:00, 2026-11-23T10:00:00Z, 2026-11-23, 10m or 2h (ago)");
    }
}
