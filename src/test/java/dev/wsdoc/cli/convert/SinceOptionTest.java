package dev.wsdoc.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.cli.command.CommandFailure;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceOptionTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "10m, 2026-11-23T11:50:00Z",
        "2h, 2026-11-23T10:00:00Z",
        "1.5h, 2026-11-23T10:30:00Z",
        "90s, 2026-11-23T11:58:30Z",
        "2h30m, 2026-11-23T09:30:00Z",
        "1h15m30.5s, 2026-11-23T10:44:29.500Z",
        "2h 30min, 2026-11-23T09:30:00Z",
        "1 day 6 hours, 2026-11-22T06:00:00Z",
        "2 hours ago, 2026-11-23T10:00:00Z",
        "1w, 2026-11-16T12:00:00Z",
        "today, 2026-11-22T23:00:00Z",
        "Yesterday, 2026-11-21T23:00:00Z",
        "7d, 2026-11-16T12:00:00Z",
        "2026-11-23T10:00:00Z, 2026-11-23T10:00:00Z",
        "2026-11-23t10:00z, 2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00.5Z, 2026-11-23T10:00:00.500Z",
        "2026-11-23T10:00+05:30, 2026-11-23T04:30:00Z",
        "2026-11-23T10:00-05:00, 2026-11-23T15:00:00Z",
        "2026-11-23T10:00, 2026-11-23T09:00:00Z",
        "2026-11-23 10:00:30, 2026-11-23T09:00:30Z",
        "2026-07-23T10:00, 2026-07-23T08:00:00Z",
        "2026-11-23, 2026-11-22T23:00:00Z",
    })
    void readsPointsInTime(String text, Instant time) {
        assertThat(SinceOption.parse(text, BERLIN, NOW)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "10",
                "10y",
                "2h30",
                "h",
                "2h-30m",
                "ago",
                "2h30mm",
                "2026-11-31",
                "2026-11-23T25:00",
                "11/23/2026",
                "-5m",
                "1e9h"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> SinceOption.parse(text, BERLIN, NOW))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("--since '" + text + "' is no time; write it like ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "2h30, '30' has no unit",
                "2h30m5, '5' has no unit",
                "10y, there is no unit 'y'",
                "2h30mm, there is no unit 'mm'"
            })
    void saysWhatIsWrongWithADuration(String text, String why) {
        assertThatThrownBy(() -> SinceOption.parse(text, BERLIN, NOW)).hasMessageEndingWith(": " + why);
    }
}
