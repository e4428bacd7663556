package dev.wsdoc.server;

import dev.wsdoc.server.setting.AccessRules;
import dev.wsdoc.server.setting.Behaviour;
import dev.wsdoc.server.setting.Limits;
import dev.wsdoc.server.setting.RateLimits;
import dev.wsdoc.server.setting.Timing;

/**
 * How a reference server is set up. {@link #defaults()} is safe; change it with the {@code with} methods.
 *
 * @param host name or IP address to listen on
 * @param port 1 to 65535, 0 to let the system pick one
 * @param access whose requests are answered
 */
public record ServerConfig(
        String host,
        int port,
        Limits limits,
        Timing timing,
        RateLimits rates,
        Behaviour behaviour,
        AccessRules access,
        Defect defect) {
    public ServerConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException("--host is empty");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port " + port + " is not between 0 and 65535");
        }
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
                AccessRules.defaults(),
                Defect.NONE);
    }

    public ServerConfig withHost(String value) {
        return new ServerConfig(value, port, limits, timing, rates, behaviour, access, defect);
    }

    public ServerConfig withPort(int value) {
        return new ServerConfig(host, value, limits, timing, rates, behaviour, access, defect);
    }

    public ServerConfig withLimits(Limits value) {
        return new ServerConfig(host, port, value, timing, rates, behaviour, access, defect);
    }

    public ServerConfig withTiming(Timing value) {
        return new ServerConfig(host, port, limits, value, rates, behaviour, access, defect);
    }

    public ServerConfig withRates(RateLimits value) {
        return new ServerConfig(host, port, limits, timing, value, behaviour, access, defect);
    }

    public ServerConfig withBehaviour(Behaviour value) {
        return new ServerConfig(host, port, limits, timing, rates, value, access, defect);
    }

    public ServerConfig withAccess(AccessRules value) {
        return new ServerConfig(host, port, limits, timing, rates, behaviour, value, defect);
    }

    public ServerConfig withDefect(Defect value) {
        return new ServerConfig(host, port, limits, timing, rates, behaviour, access, value);
    }
}
