package dev.wsdoc.server.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {
    private static final AccessRules RULES = AccessRules.defaults().withHosts(Set.of("Shop.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8000",
                "localhost:",
                "127.0.0.1:8000",
                "192.0.2.7",
                "0.0.0.0:8000",
                "[::1]:8000",
                "[2001:db8::7]",
                "shop.example",
                "SHOP.example:81"
            })
    void knowsAddressesLocalhostAndNamedHosts(String host) {
        assertThat(RULES.knowsHost(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "localhost.evil.example",
                "evil.localhost",
                "127.0.0.1.evil.example",
                "256.0.0.1",
                "127.1",
                "[evil]",
                "[::fffff]",
                "::1",
                "localhost, evil.example",
                "localhost@evil.example",
                "localhost:8000/",
                "sub.shop.example"
            })
    void knowsNoOtherHost(String host) {
        assertThat(RULES.knowsHost(host)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000, 192.0.2.7:8000, true",
        "https://127.0.0.1, shop.example, true",
        "http://[::1]:1, localhost:8000, true",
        "http://192.0.2.7:8000, 192.0.2.7:8000, true",
        "http://shop.example, shop.example:80, true",
        "https://shop.example, shop.example, true",
        "https://shop.example, shop.example:443, true",
        "http://shop.example:8000, shop.example:8001, false",
        "http://192.0.2.8:8000, 192.0.2.7:8000, false",
        "http://evil.example:8000, evil.example:8000, false", // its own name led here: DNS rebinding
        "http://localhost.evil.example, localhost:8000, false",
        "http://localhost@evil.example, localhost:8000, false",
        "null, localhost:8000, false",
        "file://, localhost:8000, false",
        "'', localhost:8000, false",
        "http://shop.example, , false",
        "http://localhost, , true",
    })
    void tellsOwnPagesFromThoseOfOthers(String origin, String host, boolean isOwn) {
        assertThat(RULES.isOwnPage(origin, host)).isEqualTo(isOwn);
    }
}
