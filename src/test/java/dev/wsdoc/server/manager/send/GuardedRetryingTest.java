package dev.wsdoc.server.manager.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.server.manager.FakePeer;
import dev.wsdoc.server.manager.Parts;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ending;
import dev.wsdoc.server.manager.connection.Peer.Offer;
import dev.wsdoc.server.manager.policy.SendResult;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuardedRetryingTest {
    private final Parts parts = new Parts();
    private final FakePeer peer = new FakePeer();
    private final Connection connection = parts.open(peer);

    private GuardedRetrying retrying(int maxRetries) {
        return new GuardedRetrying(new RetryTools(
                parts.check, parts.ends, parts.logging, parts.counters, parts.retries, parts.time, maxRetries, 10));
    }

    private static ByteBuffer frame(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    private ServerStats.Retries counts() {
        return parts.retries.snapshot();
    }

    @Test
    void triesAFullQueueAgainAfterAHundredMilliseconds() {
        GuardedRetrying retrying = retrying(3);
        peer.answer = Offer.FULL;
        assertThat(retrying.send(connection, frame("one"))).isEqualTo(SendResult.RETRYING);
        parts.time.advance(Duration.ofMillis(99));
        peer.answer = Offer.ACCEPTED;
        assertThat(peer.received).isEmpty();
        parts.time.advance(Duration.ofMillis(1));
        assertThat(peer.received).containsExactly("one");
        assertThat(counts()).isEqualTo(new ServerStats.Retries(1, 1, 0, 0, 0));
    }

    @Test
    void keepsTheOrderOfMessagesThatWait() {
        GuardedRetrying retrying = retrying(3);
        peer.answer = Offer.FULL;
        retrying.send(connection, frame("one"));
        peer.answer = Offer.ACCEPTED;
        assertThat(retrying.send(connection, frame("two"))).isEqualTo(SendResult.RETRYING);
        parts.time.advance(Duration.ofMillis(100));
        assertThat(peer.received).containsExactly("one", "two");
    }

    @Test
    void givesUpAfterTheLastRetry() {
        peer.answer = Offer.FULL;
        retrying(3).send(connection, frame("one"));
        parts.time.advance(Duration.ofMillis(299));
        assertThat(connection.end()).isNull();
        parts.time.advance(Duration.ofMillis(1));
        assertThat(connection.end().category()).isEqualTo(Category.SLOW_CONSUMER);
        assertThat(connection.isListed()).isTrue();
        assertThat(counts()).isEqualTo(new ServerStats.Retries(3, 0, 0, 0, 1));
    }

    @Test
    void givesUpAtOnceWhenMoreWaitsThanIsAllowed() {
        GuardedRetrying retrying = retrying(3);
        peer.answer = Offer.FULL;
        retrying.send(connection, frame("12345"));
        assertThat(retrying.send(connection, frame("67890x"))).isEqualTo(SendResult.REFUSED);
        assertThat(connection.end().category()).isEqualTo(Category.SLOW_CONSUMER);
    }

    @Test
    void doesNotRetryWhenRetriesAreOff() {
        peer.answer = Offer.FULL;
        assertThat(retrying(0).send(connection, frame("one"))).isEqualTo(SendResult.REFUSED);
        assertThat(connection.end().category()).isEqualTo(Category.SLOW_CONSUMER);
        assertThat(counts().attempted()).isZero();
    }

    @Test
    void disconnectsADeadConnectionInsteadOfRetrying() {
        peer.answer = Offer.FULL;
        retrying(3).send(connection, frame("one"));
        parts.ends.abnormal(connection, Ending.stale(Category.RESET, "gone"));
        parts.time.advance(Duration.ofMillis(100));
        assertThat(connection.isListed()).isFalse();
        assertThat(parts.counters.removals()).containsEntry(RemovalPath.SEND_FAILED, 1L);
        assertThat(counts()).isEqualTo(new ServerStats.Retries(0, 0, 1, 0, 0));
    }

    @Test
    void refusesToSendToAStaleConnectionAndLeavesItListed() {
        parts.ends.abnormal(connection, Ending.stale(Category.RESET, "gone"));
        assertThat(retrying(3).send(connection, frame("one"))).isEqualTo(SendResult.REFUSED);
        assertThat(connection.isListed()).isTrue();
        assertThat(parts.counters.failures()).containsEntry(Category.INVALID_STATE, 1L);
    }

    @Test
    void removesAConnectionWhoseWriteFailed() {
        retrying(3).writeFailed(connection, Category.BROKEN_PIPE, "Broken pipe");
        assertThat(connection.isListed()).isFalse();
        assertThat(peer.open).isFalse();
        assertThat(parts.counters.removals()).containsEntry(RemovalPath.SEND_FAILED, 1L);
        assertThat(parts.counters.failures()).containsEntry(Category.BROKEN_PIPE, 1L);
    }
}
