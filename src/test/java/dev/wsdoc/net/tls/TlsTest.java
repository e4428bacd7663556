package dev.wsdoc.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's side of TLS asks for before anybody answers. */
class TlsTest {
    private static Tls tls(Verification verification, String serverName) {
        return new Tls(verification, List.of(), null, serverName);
    }

    private static SSLParameters towards(Tls tls, String host) throws IOException {
        return tls.engine(host, 443).getSSLParameters();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "2001:db8::7"})
    void asksForNoAddressByName(String address) throws Exception {
        assertThat(towards(tls(Verification.FULL, null), address).getServerNames())
                .isNullOrEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, , example.org",
        "example.org, other.example, other.example",
        "::1, other.example, other.example"
    })
    void asksForTheHostOrTheNameThatIsGiven(String host, String serverName, String asked) throws Exception {
        assertThat(towards(tls(Verification.FULL, serverName), host).getServerNames())
                .containsExactly(new SNIHostName(asked));
    }

    @Test
    void refusesANameThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tls(Verification.FULL, "not a name"))
                .withMessage("server name 'not a name' is not a host name");
    }

    @ParameterizedTest
    @EnumSource(Verification.class)
    void comparesTheHostOnlyWhenItVerifies(Verification verification) throws Exception {
        boolean isFree = verification == Verification.NONE;
        Tls tls = tls(verification, null);

        assertThat(towards(tls, "example.org").getEndpointIdentificationAlgorithm())
                .isEqualTo(isFree ? null : "HTTPS");
        assertThat(tls.hosts().verify("example.org", null)).isEqualTo(isFree);
    }

    @Test
    void explainsAFailureOnce() {
        Tls tls = tls(Verification.FULL, null);
        TlsFailure explained = tls.explain(new IOException("odd"));

        assertThat(explained).hasMessage("the TLS handshake failed: odd");
        assertThat(tls.explain(explained)).isSameAs(explained);
        assertThat(tls.unsaid()).isNull();
    }
}
