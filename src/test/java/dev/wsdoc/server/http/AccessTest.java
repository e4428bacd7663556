package dev.wsdoc.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.server.front.Callers;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("AddressSelection") // the addresses are literals
class AccessTest {
    private static final InetSocketAddress LOCAL_CALLER = new InetSocketAddress("127.0.0.1", 1_001);
    private static final InetSocketAddress REMOTE_CALLER = new InetSocketAddress("127.0.0.1", 1_002);
    private static final InetSocketAddress STRANGER = new InetSocketAddress("127.0.0.1", 1_003);

    private static Access access(@Nullable String token) {
        Callers callers = new Callers();
        callers.add(1_001, new InetSocketAddress("127.0.0.1", 40_000));
        callers.add(1_002, new InetSocketAddress("203.0.113.7", 40_000));
        return new Access(callers, token);
    }

    @Test
    void letsNobodyInThroughTheInnerPort() {
        assertThat(access(null).checkOrigin(STRANGER).status()).isEqualTo(403);
        assertThat(access(null).checkOrigin(LOCAL_CALLER)).isNull();
        assertThat(access(null).checkDebug(STRANGER, null).status()).isEqualTo(403);
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
