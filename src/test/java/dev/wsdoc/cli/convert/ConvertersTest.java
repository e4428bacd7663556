package dev.wsdoc.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "1.5s, PT1.5S",
        "30, PT30S",
        "0, PT0S",
        "2m, PT2M",
        "2min, PT2M",
        "1h, PT1H",
        "1d, PT24H",
        "250us, PT0.00025S",
        "10 S, PT10S"
    })
    void readsDurations(String text, Duration duration) {
        assertThat(new DurationConverter().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-1s", "1y", "1,5s", "1e3s", "99999999999d"})
    void refusesWhatIsNoDuration(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new DurationConverter().convert(text))
                .withMessageStartingWith("'" + text + "' is ");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "65536, 65536",
        "64k, 65536",
        "64KiB, 65536",
        "64Ki, 65536",
        "64kB, 64000",
        "1MiB, 1048576",
        "1.5M, 1572864",
        "1GiB, 1073741824",
        "10 b, 10"
    })
    void readsSizes(String text, int bytes) {
        assertThat(new SizeConverter().convert(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "-1k", "1T", "1iB", "2GiB", "x"})
    void refusesWhatIsNoSize(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new SizeConverter().convert(text))
                .withMessageStartingWith("'" + text + "' is ");
    }
}
