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
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads points in time: {@code 2026-11-23T10:00}, with or without a zone, {@code today}, {@code yesterday}, or how long ago, such as
 * {@code 10m}, {@code 2h30m} or {@code 2 hours ago}.
 */
public final class SinceOption {
    private static final Pattern AGO = Pattern.compile("\\s+ago$", Pattern.CASE_INSENSITIVE);

    private SinceOption() {}

    /**
     * The instant.
     *
     * @param zone that of a time which names none
     */
    public static Instant parse(String text, ZoneId zone, Instant now) {
        String word = text.strip();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "today" -> today.atStartOfDay(zone).toInstant();
            case "yesterday" -> today.minusDays(1).atStartOfDay(zone).toInstant();
            default -> placed(word, zone, now, text);
        };
    }

    private static Instant placed(String word, ZoneId zone, Instant now, String text) {
        boolean hasUnit = word.chars().anyMatch(Character::isLetter);
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
            throw wrong(text, "");
        }
    }

    private static Instant before(String word, Instant now, String text) {
        try {
            Duration ago = new DurationConverter().convert(AGO.matcher(word).replaceFirst(""));
            return now.minus(ago);
        } catch (TypeConversionException e) {
            throw wrong(text, Character.isDigit(word.charAt(0)) ? reason(e) : "");
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(text, "");
        }
    }

    /** What a duration lacks, if that is known. */
    private static String reason(TypeConversionException e) {
        String message = String.valueOf(e.getMessage());
        int colon = message.lastIndexOf(": ");
        return colon < 0 ? "" : message.substring(colon);
    }

    private static CommandFailure wrong(String text, String why) {
        return CommandFailure.wrongUsage("--since '" + text
                + "' is no time; write it like 2026-11-23T10:00, 2026-11-23T10:00:00Z, 2026-11-23, today, 10m or 2h30m (ago)"
                + why);
    }
}
