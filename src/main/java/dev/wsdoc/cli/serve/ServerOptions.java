package dev.wsdoc.cli.serve;

import dev.wsdoc.cli.convert.Secret;
import dev.wsdoc.cli.convert.SecretConverter;
import dev.wsdoc.cli.convert.SizeConverter;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.server.ServerConfig;
import dev.wsdoc.server.setting.AccessRules;
import dev.wsdoc.server.setting.Behaviour;
import dev.wsdoc.server.setting.Behaviour.BackgroundSweep;
import dev.wsdoc.server.setting.Limits;
import dev.wsdoc.server.setting.PerAddress;
import dev.wsdoc.server.setting.RateLimits;
import dev.wsdoc.server.setting.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import picocli.CommandLine.Option;

/** The reference server's limits, timing and switches. What is not given keeps the server's own default. */
final class ServerOptions {

    @Option(names = "--max-connections", paramLabel = "N", description = "Connections in all; beyond: 503.")
    private @Nullable Integer maxConnections;

    @Option(
            names = "--max-connections-per-address",
            paramLabel = "N",
            description = "Connections of one client address, 0 for no limit (default: 1000, loopback exempt).")
    private @Nullable Integer maxConnectionsPerAddress;

    @Option(
            names = "--max-message-size",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "Bytes of a frame and of a message (default: 1MiB); beyond: close 1009.")
    private @Nullable Integer maxMessageSize;

    @Option(
            names = "--max-queued",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "Bytes that may wait for one slow reader (default: 1MiB).")
    private @Nullable Integer maxQueued;

    @Option(
            names = "--max-buffered",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description =
                    "Bytes of all connections' unfinished messages together (default: a quarter of the heap); beyond: close"
                            + " 1013.")
    private @Nullable Integer maxBuffered;

    @Option(
            names = "--max-header-size",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "Bytes of a request's head (default: 8KiB); beyond: 431.")
    private @Nullable Integer maxHeaderSize;

    @Option(
            names = "--message-rate",
            paramLabel = "N",
            description = "Messages per second of one connection, 0 for no limit (default: 1000); beyond: close 1013.")
    private @Nullable Integer messageRate;

    @Option(
            names = "--connect-rate",
            paramLabel = "N",
            description =
                    "Connects per second of one client address, 0 for no limit (default: 100, loopback exempt); beyond: 429.")
    private @Nullable Integer connectRate;

    @Option(
            names = "--handshake-timeout",
            paramLabel = "TIME",
            description = "How long a client may take for its request (default: 10s).")
    private @Nullable Duration handshakeTimeout;

    @Option(names = "--ping-interval", paramLabel = "TIME", description = "Between pings, 0 for none (default: 10s).")
    private @Nullable Duration pingInterval;

    @Option(
            names = "--pong-timeout",
            paramLabel = "TIME",
            description = "How long a client may take to answer a ping (default: 10s).")
    private @Nullable Duration pongTimeout;

    @Option(
            names = "--sweep-interval",
            paramLabel = "TIME",
            description = "Between two removals of stale connections (default: 30s).")
    private @Nullable Duration sweepInterval;

    @Option(
            names = "--inactive-timeout",
            paramLabel = "TIME",
            description = "How long a client may say nothing, 0 for any time (default: 1h).")
    private @Nullable Duration inactiveTimeout;

    @Option(
            names = "--close-timeout",
            paramLabel = "TIME",
            description = "How long a closing handshake may take (default: 5s).")
    private @Nullable Duration closeTimeout;

    @Option(
            names = "--origin",
            paramLabel = "ORIGIN",
            description =
                    "An origin whose pages may open WebSockets, '*' for any; may be given more than once (default: the"
                            + " server's own and localhost's, any for /ws/echo, and clients without Origin); others: 403.")
    private List<String> origins = List.of();

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description =
                    "A name that callers may have for this machine, beside localhost and its addresses; may be given more than"
                            + " once; debug requests by another: 403.")
    private List<String> hosts = List.of();

    @Option(
            names = "--debug-token",
            paramLabel = "TOKEN|@FILE",
            converter = SecretConverter.class,
            description =
                    "Open the debug endpoints and /ws/admin to other machines that send this bearer token. From a file with @FILE,"
                            + " else from the variable WSDOC_DEBUG_TOKEN, so that ps does not show it.")
    private @Nullable Secret debugToken;

    @Option(
            names = "--max-retries",
            paramLabel = "N",
            description = "Tries after a send that failed for a passing reason, 0 for none (default: 3).")
    private @Nullable Integer maxRetries;

    @Option(names = "--no-background-sweep", description = "Remove stale connections on demand only.")
    private boolean noBackgroundSweep;

    @Option(
            names = "--disconnect-level",
            paramLabel = "LEVEL",
            description = "Log level of expected ends (default: DEBUG).")
    private @Nullable Level disconnectLevel;

    /**
     * The defaults with these options.
     *
     * @throws IllegalArgumentException naming the option, its value and its range
     */
    ServerConfig config(Console console) {
        return ServerConfig.defaults()
                .withLimits(limits())
                .withTiming(timing())
                .withRates(rates())
                .withBehaviour(behaviour())
                .withAccess(access(console));
    }

    private AccessRules access(Console console) {
        AccessRules access =
                AccessRules.defaults().withOrigins(Set.copyOf(origins)).withHosts(Set.copyOf(hosts));
        return change(access, Secret.textOf(debugToken, "WSDOC_DEBUG_TOKEN", console), AccessRules::withDebugToken);
    }

    private Limits limits() {
        Limits limits = change(Limits.defaults(), maxConnections, Limits::withMaxConnections);
        limits = change(limits, everyone(maxConnectionsPerAddress), Limits::withConnectionsPerAddress);
        limits = change(limits, maxMessageSize, Limits::withMaxMessageBytes);
        limits = change(limits, maxQueued, Limits::withMaxQueuedBytes);
        limits = change(limits, maxBuffered, (all, bytes) -> all.withMaxBufferedBytes(bytes));
        return change(limits, maxHeaderSize, Limits::withMaxHeaderBytes);
    }

    private RateLimits rates() {
        RateLimits rates = change(RateLimits.defaults(), messageRate, RateLimits::withMessagesPerSecond);
        return change(rates, everyone(connectRate), RateLimits::withConnectsPerSecond);
    }

    private Timing timing() {
        Timing timing = change(Timing.defaults(), handshakeTimeout, Timing::withHandshake);
        timing = change(timing, pingInterval, (t, interval) -> t.withPings(interval, t.pongTimeout()));
        timing = change(timing, pongTimeout, (t, timeout) -> t.withPings(t.pingInterval(), timeout));
        timing = change(timing, sweepInterval, Timing::withSweepInterval);
        timing = change(timing, inactiveTimeout, Timing::withInactiveTimeout);
        return change(timing, closeTimeout, Timing::withClose);
    }

    private Behaviour behaviour() {
        Behaviour behaviour =
                Behaviour.defaults().withBackgroundSweep(noBackgroundSweep ? BackgroundSweep.OFF : BackgroundSweep.ON);
        behaviour = change(behaviour, maxRetries, Behaviour::withMaxRetries);
        return change(behaviour, disconnectLevel, Behaviour::withDisconnectLevel);
    }

    private static @Nullable PerAddress everyone(@Nullable Integer limit) {
        return limit == null ? null : PerAddress.everyone(limit);
    }

    private static <C, V> C change(C config, @Nullable V given, BiFunction<C, V, C> with) {
        return given == null ? config : with.apply(config, given);
    }
}
