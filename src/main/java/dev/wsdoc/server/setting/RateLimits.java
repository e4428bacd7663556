package dev.wsdoc.server.setting;

/**
 * How fast clients may go; twice the rate is allowed as a burst.
 *
 * @param messagesPerSecond messages and pings of one connection, at most 10,000,000, 0 for no limit
 * @param connectsPerSecond handshakes of one address, at most 1,000,000, 0 for no limit
 */
public record RateLimits(int messagesPerSecond, PerAddress connectsPerSecond) {
    public RateLimits {
        Range.check("--message-rate", messagesPerSecond, 0, 10_000_000);
        Range.check("--connect-rate", connectsPerSecond.limit(), 0, 1_000_000);
    }

    /** 1,000 messages/s a connection, 100 connects/s an address. */
    public static RateLimits defaults() {
        return new RateLimits(1_000, PerAddress.notLoopback(100));
    }

    public RateLimits withMessagesPerSecond(int rate) {
        return new RateLimits(rate, connectsPerSecond);
    }

    public RateLimits withConnectsPerSecond(PerAddress rate) {
        return new RateLimits(messagesPerSecond, rate);
    }
}
