package dev.wsdoc.server.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void namesOptionValueAndLimitOfAWrongSetting() {
        Map<String, ThrowingCallable> wrong = Map.of(
                "--max-connections 0 is not between 1 and 1000000",
                () -> Limits.defaults().withMaxConnections(0),
                "--max-message-size 124 is not between 125 and 268435456",
                () -> Limits.defaults().withMaxMessageBytes(124),
                "--max-queued 1 is not between 1024 and 1073741824",
                () -> Limits.defaults().withMaxQueuedBytes(1),
                "--max-header-size 10 is not between 256 and 1048576",
                () -> Limits.defaults().withMaxHeaderBytes(10),
                "--ping-interval 5ms is not between 10ms and 3600s",
                () -> Timing.defaults().withPings(Duration.ofMillis(5), Duration.ofSeconds(1)),
                "--sweep-interval 0s is not between 10ms and 3600s",
                () -> Timing.defaults().withSweepInterval(Duration.ZERO),
                "--message-rate -1 is not between 0 and 10000000",
                () -> RateLimits.defaults().withMessagesPerSecond(-1),
                "--max-retries 101 is not between 0 and 100",
                () -> Behaviour.defaults().withMaxRetries(101));
        wrong.forEach((message, call) -> assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message));
    }

    @Test
    void allowsPingsAndInactivityToBeOff() {
        Timing off = Timing.defaults()
                .withPings(Duration.ZERO, Duration.ofSeconds(1))
                .withInactiveTimeout(Duration.ZERO);
        assertThat(off.pingInterval()).isZero();
    }

    @Test
    void staysBelowTheDescriptorLimitByDefault() {
        assertThat(Limits.defaults().maxConnections()).isBetween(16, 50_000);
        assertThat((long) Limits.defaults().maxConnections()).isLessThan(Math.max(17, Descriptors.limit()));
    }

    @Test
    void countsLoopbackOnlyWhenTheLimitWasAskedFor() throws UnknownHostException {
        InetAddress loopback = InetAddress.getByName("127.0.0.5");
        InetAddress remote = InetAddress.getByName("203.0.113.7");
        assertThat(PerAddress.everyone(1).countsFor(loopback)).isTrue();
        assertThat(PerAddress.notLoopback(1).countsFor(loopback)).isFalse();
        assertThat(PerAddress.notLoopback(1).countsFor(remote)).isTrue();
        assertThat(PerAddress.everyone(0).countsFor(remote)).isFalse();
    }
}
