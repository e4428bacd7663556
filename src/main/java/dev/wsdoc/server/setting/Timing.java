package dev.wsdoc.server.setting;

import java.time.Duration;

/**
 * The server's intervals and deadlines.
 *
 * @param handshake from accept to the end of the request head, 10 ms to 10 min
 * @param pingInterval from one ping to the next, 10 ms to 1 h, 0 for no pings
 * @param pongTimeout from a ping to a sign of life, 10 ms to 1 h; any bytes received count as one
 * @param sweepInterval from one pass over the stale connections to the next, 10 ms to 1 h
 * @param inactiveTimeout without a message or ping from the client before the connection is closed as inactive, 10 ms
 *     to 30 days, 0 for never; a pong that only answers our ping does not count
 * @param close how long a closing handshake may take, 10 ms to 10 min
 */
public record Timing(
        Duration handshake,
        Duration pingInterval,
        Duration pongTimeout,
        Duration sweepInterval,
        Duration inactiveTimeout,
        Duration close) {
    private static final Duration LEAST = Duration.ofMillis(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    public Timing {
        Range.check("--handshake-timeout", handshake, LEAST, TEN_MINUTES);
        Range.checkOrOff("--ping-interval", pingInterval, LEAST, HOUR);
        Range.check("--pong-timeout", pongTimeout, LEAST, HOUR);
        Range.check("--sweep-interval", sweepInterval, LEAST, HOUR);
        Range.checkOrOff("--inactive-timeout", inactiveTimeout, LEAST, Duration.ofDays(30));
        Range.check("--close-timeout", close, LEAST, TEN_MINUTES);
    }

    /** Handshake 10 s, ping every 10 s, pong within 10 s, sweep every 30 s, inactive after 1 h, close within 5 s. */
    public static Timing defaults() {
        return new Timing(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                HOUR,
                Duration.ofSeconds(5));
    }

    public Timing withHandshake(Duration value) {
        return new Timing(value, pingInterval, pongTimeout, sweepInterval, inactiveTimeout, close);
    }

    public Timing withPings(Duration interval, Duration timeout) {
        return new Timing(handshake, interval, timeout, sweepInterval, inactiveTimeout, close);
    }

    public Timing withSweepInterval(Duration value) {
        return new Timing(handshake, pingInterval, pongTimeout, value, inactiveTimeout, close);
    }

    public Timing withInactiveTimeout(Duration value) {
        return new Timing(handshake, pingInterval, pongTimeout, sweepInterval, value, close);
    }

    public Timing withClose(Duration value) {
        return new Timing(handshake, pingInterval, pongTimeout, sweepInterval, inactiveTimeout, value);
    }
}
