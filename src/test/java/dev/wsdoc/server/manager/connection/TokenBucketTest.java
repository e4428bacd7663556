package dev.wsdoc.server.manager.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBucketTest {
    /** A client that asks {@code asked} times, {@code gapMs} apart. */
    @ParameterizedTest
    @CsvSource({
        "10, 20, 0, 20", // the burst
        "10, 50, 0, 20", // and no more
        "10, 100, 100, 100", // at the rate, for ever
        "10, 100, 50, 70", // at twice the rate: the burst, then one of two (the first comes at once)
        "1, 5, 1000, 5",
        "1000, 5000, 1, 5000",
    })
    void allowsTheRateAndABurstOfTwoSeconds(int rate, int asked, int gapMs, int allowed) {
        TokenBucket bucket = new TokenBucket(rate, 0);
        int taken = 0;
        for (int i = 0; i < asked; i++) {
            taken += bucket.take(rate, 1_000_000L * i * gapMs) ? 1 : 0;
        }
        assertThat(taken).isBetween(allowed - 1, allowed);
    }
}
