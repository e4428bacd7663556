package dev.wsdoc.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("AddressSelection") // the addresses are literals
class AccessTest {
    private static final InetSocketAddress LOCAL_CALLER = new InetSocketAddress("127.0.0.1", 40_000);
    private static final InetSocketAddress REMOTE_CALLER = new InetSocketAddress("203.0.113.7", 40_000);

    private static Access access(@Nullable String token) {
        return new Access(token);
    }

    @Test
    void answersCallersOnThisMachineWithoutAToken() {
        assertThat(access(null).checkDebug(LOCAL_CALLER, null)).isNull();
        assertThat(access("secret").checkDebug(LOCAL_CALLER, null)).isNull();
    }

    @Test
    void keepsOthersOutWhenThereIsNoToken() {
        assertThat(access(null).checkDebug(REMOTE_CALLER, "Bearer secret").status())
                .isEqualTo(403);
    }

    @Test
    void asksOthersForTheToken() {
        Access access = access("secret");
        assertThat(access.checkDebug(REMOTE_CALLER, "Bearer secret")).isNull();
        assertThat(access.checkDebug(REMOTE_CALLER, "Bearer wrong").status()).isEqualTo(401);
        assertThat(access.checkDebug(REMOTE_CALLER, "secret").status()).isEqualTo(401);
        assertThat(access.checkDebug(REMOTE_CALLER, null).headers()).containsEntry("WWW-Authenticate", "Bearer");
    }
}
