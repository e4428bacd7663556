package dev.wsdoc.server.manager.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.server.manager.policy.HandshakeRequest;
import dev.wsdoc.server.manager.policy.Refusal;
import dev.wsdoc.server.setting.AccessRules;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("AddressSelection") // the addresses are literals
class AccessCheckTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, /ws/admin, , , 0",
        "::1, /ws/admin, , , 0",
        "203.0.113.7, /ws/admin, , , 403",
        "203.0.113.7, /ws/admin, , Bearer secret, 403",
        "203.0.113.7, /ws/admin, secret, , 401",
        "203.0.113.7, /ws/admin, secret, Bearer wrong, 401",
        "203.0.113.7, /ws/admin, secret, Bearer secret, 0",
        "203.0.113.7, /ws/customer/s1, secret, , 0",
        "203.0.113.7, /ws/echo, , , 0",
    })
    void asksAdminsFromElsewhereForTheToken(
            String address, String path, @Nullable String token, @Nullable String authorization, int status) {
        AccessRules rules =
                token == null ? AccessRules.defaults() : AccessRules.defaults().withDebugToken(token);
        Refusal refusal = new AccessCheck(rules)
                .refuse(new HandshakeRequest(
                        path, "198.51.100.1", null, authorization, new InetSocketAddress(address, 5_000)));
        assertThat(refusal == null ? 0 : refusal.status()).isEqualTo(status);
    }
}
