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
            strings = {"", "yesterday", "10", "10y", "2026-11-31", "2026-11-23T25:00", "11/23/2026", "-5m", "1e9h"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> SinceOption.parse(text, BERLIN, NOW))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("--since '" + text + "' is no time; write it like ");
    }
}
