package dev.wsdoc.server;

import dev.wsdoc.server.setting.Behaviour;
import dev.wsdoc.server.setting.Limits;
import dev.wsdoc.server.setting.RateLimits;
import dev.wsdoc.server.setting.Timing;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a reference server is set up. {@link #defaults()} is safe; change it with the {@code with} methods.
 *
 * @param host name or IP address to listen on
 * @param port 1 to 65535, 0 to let the system pick one
 * @param origins allowed values of the Origin header; empty allows every one, and requests without it
 * @param debugToken bearer token that opens the debug endpoints to callers that are not on this machine; null keeps
 *     them out
 */
public record ServerConfig(
        String host,
        int port,
        Limits limits,
        Timing timing,
        RateLimits rates,
        Behaviour behaviour,
        Set<String> origins,
        @Nullable String debugToken,
        Defect defect) {
    public ServerConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException("--host is empty");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port " + port + " is not between 0 and 65535");
        }
        if (debugToken != null && debugToken.isBlank()) {
            throw new IllegalArgumentException("--debug-token is empty");
        }
        origins = Set.copyOf(origins);
    }

    /** Port 8000 on the loopback address, healthy. */
    public static ServerConfig defaults() {
        return new ServerConfig(
                "127.0.0.1",
                8_000,
                Limits.defaults(),
                Timing.defaults(),
                RateLimits.defaults(),
                Behaviour.defaults(),
                Set.of(),
                null,
                Defect.NONE);
    }

    public ServerConfig withHost(String value) {
        return new ServerConfig(value, port, limits, timing, rates, behaviour, origins, debugToken, defect);
    }

    public ServerConfig withPort(int value) {
        return new ServerConfig(host, value, limits, timing, rates, behaviour, origins, debugToken, defect);
    }

    public ServerConfig withLimits(Limits value) {
        return new ServerConfig(host, port, value, timing, rates, behaviour, origins, debugToken, defect);
    }

    public ServerConfig withTiming(Timing value) {
        return new ServerConfig(host, port, limits, value, rates, behaviour, origins, debugToken, defect);
    }

    public ServerConfig withRates(RateLimits value) {
        return new ServerConfig(host, port, limits, timing, value, behaviour, origins, debugToken, defect);
    }

    public ServerConfig withBehaviour(Behaviour value) {
        return new ServerConfig(host, port, limits, timing, rates, value, origins, debugToken, defect);
    }

    public ServerConfig withOrigins(Set<String> value) {
        return new ServerConfig(host, port, limits, timing, rates, behaviour, value, debugToken, defect);
    }

    public ServerConfig withDebugToken(String value) {
        return new ServerConfig(host, port, limits, timing, rates, behaviour, origins, value, defect);
    }

    public ServerConfig withDefect(Defect value) {
        return new ServerConfig(host, port, limits, timing, rates, behaviour, origins, debugToken, value);
    }
}
