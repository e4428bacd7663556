package dev.wsdoc.swarm;

import dev.wsdoc.wire.WireLimits;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * How the swarm works.
 *
 * @param loops event loops, 1 to 64
 * @param window connects in flight on each loop, 1 to 4096; 32 reach nearly the rate of 256 at an eighth of the latency
 * @param connectTimeout until the upgrade must be answered
 * @param seed of masks and nonces
 * @param profile how all members come to the server
 */
public record SwarmOptions(
        int loops, int window, Duration connectTimeout, long seed, WireLimits limits, ClientProfile profile) {

    /**
     * What may wait to be sent on one connection, in bytes: 16 MiB. Whoever is to send while more than that waits hangs up,
     * and has {@link SocketEnd#OVERFLOWED}; so one frame may be larger, and pongs never add up.
     */
    public static final int MAX_UNSENT_BYTES = 16 * 1024 * 1024;

    public SwarmOptions {
        if (loops < 1 || loops > 64) {
            throw new IllegalArgumentException("loops " + loops + " is not between 1 and 64");
        }
        if (window < 1 || window > 4096) {
            throw new IllegalArgumentException("window " + window + " is not between 1 and 4096");
        }
        if (connectTimeout.isNegative() || connectTimeout.isZero()) {
            throw new IllegalArgumentException("connect timeout " + connectTimeout + " is not positive");
        }
    }

    /** One loop, 64 connects in flight, 10 s to connect. */
    public static SwarmOptions withSeed(long seed) {
        return new SwarmOptions(1, 64, Duration.ofSeconds(10), seed, WireLimits.DEFAULT, ClientProfile.PLAIN);
    }

    public SwarmOptions withSources(List<InetAddress> addresses) {
        return new SwarmOptions(loops, window, connectTimeout, seed, limits, profile.withSources(addresses));
    }

    public SwarmOptions withConnectTimeout(Duration timeout) {
        return new SwarmOptions(loops, window, timeout, seed, limits, profile);
    }

    public SwarmOptions withProfile(ClientProfile other) {
        return new SwarmOptions(loops, window, connectTimeout, seed, limits, other);
    }
}
