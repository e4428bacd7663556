package dev.wsdoc.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wsdoc.cli.convert.DurationConverter;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.server.ServerConfig;
import dev.wsdoc.server.setting.AccessRules;
import dev.wsdoc.server.setting.Behaviour.BackgroundSweep;
import dev.wsdoc.server.setting.PerAddress;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ServerOptionsTest {
    private static final Console NOWHERE =
            Console.of(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));

    /** Something to parse for; the options are a mixin. */
    @Command
    private static final class Holder {
        @CommandLine.Mixin
        private final ServerOptions options = new ServerOptions();
    }

    @Test
    void keepsTheServersOwnDefaults() {
        assertThat(config()).isEqualTo(ServerConfig.defaults());
    }

    @Test
    void takesEachLimitToItsPlace() {
        ServerConfig config = config(
                "--max-connections=7",
                "--max-connections-per-address=3",
                "--max-message-size=64k",
                "--max-queued=2M",
                "--max-buffered=1G",
                "--max-header-size=4k",
                "--message-rate=5",
                "--connect-rate=6");
        assertThat(config.limits().maxConnections()).isEqualTo(7);
        assertThat(config.limits().connectionsPerAddress()).isEqualTo(PerAddress.everyone(3));
        assertThat(config.limits().maxMessageBytes()).isEqualTo(65_536);
        assertThat(config.limits().maxQueuedBytes()).isEqualTo(2 << 20);
        assertThat(config.limits().maxBufferedBytes()).isEqualTo(1 << 30);
        assertThat(config.limits().maxHeaderBytes()).isEqualTo(4_096);
        assertThat(config.rates().messagesPerSecond()).isEqualTo(5);
        assertThat(config.rates().connectsPerSecond()).isEqualTo(PerAddress.everyone(6));
    }

    @Test
    void takesEachTimeToItsPlace() {
        ServerConfig config = config(
                "--handshake-timeout=1s",
                "--ping-interval=2s",
                "--pong-timeout=3s",
                "--sweep-interval=4s",
                "--inactive-timeout=5m",
                "--close-timeout=600ms");
        assertThat(config.timing().handshake()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.timing().pingInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.timing().pongTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.timing().sweepInterval()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.timing().inactiveTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.timing().close()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void rollsImprovementsBack() {
        ServerConfig config = config("--no-background-sweep", "--disconnect-level", "info", "--max-retries", "0");
        assertThat(config.behaviour().backgroundSweep()).isEqualTo(BackgroundSweep.OFF);
        assertThat(config.behaviour().disconnectLevel()).isEqualTo(Level.INFO);
        assertThat(config.behaviour().maxRetries()).isZero();
    }

    @Test
    void takesOriginsHostsAndTheToken() {
        AccessRules access = config(
                        "--origin=https://a",
                        "--origin=https://b",
                        "--allow-host=One.example",
                        "--allow-host=two",
                        "--debug-token=t")
                .access();
        assertThat(access.origins()).containsExactlyInAnyOrder("https://a", "https://b");
        assertThat(access.hosts()).containsExactlyInAnyOrder("one.example", "two");
        assertThat(access.debugToken()).isEqualTo("t");
    }

    @Test
    void saysWhatAnOriginAndAHostLookLike() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config("--origin=https://shop.example/"))
                .withMessageStartingWith("--origin 'https://shop.example/' is neither '*' nor an origin");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config("--allow-host=shop.example:8000"))
                .withMessage("--allow-host 'shop.example:8000' is not a host's name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config("--debug-token= "))
                .withMessage("--debug-token is empty");
    }

    @Test
    void namesOptionValueAndRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config("--max-message-size=3"))
                .withMessageStartingWith("--max-message-size 3 is not between 125 and ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config("--ping-interval=1ms"))
                .withMessageStartingWith("--ping-interval 1ms is not between ");
    }

    private static ServerConfig config(String... args) {
        Holder holder = new Holder();
        new CommandLine(holder)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, new DurationConverter())
                .parseArgs(args);
        return holder.options.config(NOWHERE);
    }
}
