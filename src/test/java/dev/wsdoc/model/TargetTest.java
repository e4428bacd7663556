package dev.wsdoc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "ws://localhost:8000/ws/echo, ws://localhost:8000/ws/echo, localhost:8000",
        "ws://example.org, ws://example.org:80/, example.org",
        "wss://example.org, wss://example.org:443/, example.org",
        "wss://example.org:8443/a?b=c%20d, wss://example.org:8443/a?b=c%20d, example.org:8443",
        "http://localhost:8000, ws://localhost:8000/, localhost:8000",
        "https://localhost, wss://localhost:443/, localhost",
        "localhost:8000/x, ws://localhost:8000/x, localhost:8000",
        "ws://[::1]:9000/x, ws://[::1]:9000/x, [::1]:9000",
    })
    void isNormalised(String given, String normal, String hostHeader) {
        Target target = Target.parse(given);

        assertThat(target).hasToString(normal);
        assertThat(target.hostHeader()).isEqualTo(hostHeader);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://x, scheme 'ftp'",
        "ws://x/#frag, fragment",
        "ws://me@x/, user name",
        "ws://:80/, no valid host",
        "ws://x:99999/, 99999",
        "'ws://a b/', position",
        "'', empty",
    })
    void saysInOneLineWhatIsWrong(String given, String complaint) {
        assertThatThrownBy(() -> Target.parse(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void givesHttpUrlsOfTheSameServer() {
        assertThat(Target.parse("wss://[::1]:9000/x").http("/healthz")).hasToString("https://[::1]:9000/healthz");
    }
}
