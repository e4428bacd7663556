package dev.wsdoc.checkup.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateJudgeTest {
    @ParameterizedTest
    @CsvSource({
        "example.org,     example.org,     true",
        "EXAMPLE.org,     example.ORG,     true",
        "*.example.org,   ws.example.org,  true",
        "*.example.org,   a.b.example.org, false",
        "*.example.org,   example.org,     false",
        "example.org,     ws.example.org,  false",
        "127.0.0.1,       127.0.0.1,       true",
        "CN=example.org,  example.org,     true"
    })
    void aStarStandsForOneLabel(String name, String host, boolean matches) {
        assertThat(CertificateJudge.matches(name, host)).isEqualTo(matches);
    }
}
