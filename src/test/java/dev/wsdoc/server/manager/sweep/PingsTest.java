package dev.wsdoc.server.manager.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.FakePeer;
import dev.wsdoc.server.manager.Parts;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PingsTest {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Parts parts = new Parts();
    private final Pings pings = new Pings(
            parts.registry, parts.check, parts.ends, parts.time, parts.time.clocks(), INTERVAL, Duration.ofSeconds(4));

    private Connection open(FakePeer peer) {
        Connection connection = parts.open(peer);
        pings.opened(connection, parts.time.now());
        return connection;
    }

    @Test
    void endsAConnectionThatStaysSilentAfterAPing() {
        pings.start();
        FakePeer peer = new FakePeer();
        Connection connection = open(peer);
        parts.time.advance(INTERVAL.minusMillis(1_001));
        assertThat(peer.pings)
                .as("the first comes after half an interval at the earliest")
                .isOne();
        assertThat(connection.isListed()).isTrue();
        parts.time.advance(Duration.ofMillis(500));
        assertThat(connection.isListed()).isFalse();
        assertThat(parts.counters.removals()).containsEntry(RemovalPath.NO_PONG, 1L);
        assertThat(parts.counters.failures()).containsEntry(Category.NO_PONG, 1L);
    }

    @Test
    void takesAnyBytesAsASignOfLife() {
        pings.start();
        FakePeer peer = new FakePeer();
        Connection connection = open(peer);
        for (int i = 0; i < 60; i++) {
            parts.time.advance(Duration.ofSeconds(2));
            connection.heard(parts.time.now());
        }
        assertThat(connection.isListed()).isTrue();
        assertThat(peer.pings).isBetween(10, 13);
    }

    @Test
    void spreadsThePingsOfConnectionsThatCameTogether() {
        pings.start();
        List<FakePeer> peers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            FakePeer peer = new FakePeer();
            peers.add(peer);
            open(peer);
        }
        parts.time.advance(Duration.ofMillis(7_500));
        assertThat(peers.stream().filter(peer -> peer.pings > 0).count()).isBetween(400L, 600L);
    }

    @Test
    void leavesAStaleConnectionAlone() {
        pings.start();
        Connection connection = open(new FakePeer());
        parts.ends.abnormal(connection, Ending.stale(Category.RESET, "gone"));
        parts.time.advance(Duration.ofMinutes(1));
        assertThat(connection.isListed()).isTrue();
        assertThat(parts.counters.failures()).doesNotContainKey(Category.NO_PONG);
    }
}
