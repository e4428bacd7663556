package dev.wsdoc.server.manager.connection;

/** A rate with a burst of twice its second's worth. Pure: time comes in, as nanoseconds. */
public final class TokenBucket {
    private static final int BURST_SECONDS = 2;
    private static final double NANOS = 1e9;

    private double tokens;
    private long filledAt;

    /** A full one. */
    public TokenBucket(int perSecond, long now) {
        this.tokens = (double) perSecond * BURST_SECONDS;
        this.filledAt = now;
    }

    /** Takes one token if there is one. */
    public boolean take(int perSecond, long now) {
        fill(perSecond, now);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    public boolean isFull(int perSecond, long now) {
        fill(perSecond, now);
        return tokens >= (double) perSecond * BURST_SECONDS;
    }

    private void fill(int perSecond, long now) {
        double gained = (now - filledAt) / NANOS * perSecond;
        tokens = Math.min((double) perSecond * BURST_SECONDS, tokens + gained);
        filledAt = now;
    }
}
