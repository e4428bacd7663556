package dev.wsdoc.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.server.setting.AccessRules;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("AddressSelection") // the addresses are literals
class AccessTest {
    private static final InetSocketAddress LOCAL_CALLER = new InetSocketAddress("127.0.0.1", 40_000);
    private static final InetSocketAddress REMOTE_CALLER = new InetSocketAddress("203.0.113.7", 40_000);

    private static Access access(@Nullable String token) {
        return new Access(new AccessRules(Set.of(), Set.of(), token));
    }

    private static HttpRequest from(InetSocketAddress caller, @Nullable String authorization) {
        Map<String, String> headers = new HashMap<>(Map.of("host", "198.51.100.1:8000"));
        if (authorization != null) {
            headers.put("authorization", authorization);
        }
        return new HttpRequest("GET", "/metrics", headers, caller);
    }

    @Test
    void answersCallersOnThisMachineWithoutAToken() {
        assertThat(access(null).checkDebug(from(LOCAL_CALLER, null))).isNull();
        assertThat(access("secret").checkDebug(from(LOCAL_CALLER, null))).isNull();
    }

    @Test
    void keepsOthersOutWhenThereIsNoToken() {
        assertThat(access(null).checkDebug(from(REMOTE_CALLER, "Bearer secret")).status())
                .isEqualTo(403);
    }

    @Test
    void asksOthersForTheToken() {
        Access access = access("secret");
        assertThat(access.checkDebug(from(REMOTE_CALLER, "Bearer secret"))).isNull();
        assertThat(access.checkDebug(from(REMOTE_CALLER, "bEARER  secret"))).isNull();
        assertThat(access.checkDebug(from(REMOTE_CALLER, "Basic secret")).status())
                .isEqualTo(401);
        assertThat(access.checkDebug(from(REMOTE_CALLER, "Bearer SECRET")).status())
                .isEqualTo(401);
        assertThat(access.checkDebug(from(REMOTE_CALLER, "Bearer wrong")).status())
                .isEqualTo(401);
        assertThat(access.checkDebug(from(REMOTE_CALLER, "secret")).status()).isEqualTo(401);
        assertThat(access.checkDebug(from(REMOTE_CALLER, null)).headers()).containsEntry("WWW-Authenticate", "Bearer");
    }
}
