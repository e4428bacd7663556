package dev.wsdoc.server.manager.sweep;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.server.manager.connection.Clocks;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ending;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.StateCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds peers that vanished without a word: pings each connection once in the interval and ends those that show no
 * sign of life within the timeout. Any bytes count as one, for a peer in the middle of a large message cannot pong
 * (RFC 6455 section 5.5). One periodic scan serves all connections; each has its own place in the interval, so that
 * their pings are spread. Loop thread only.
 */
public final class Pings {
    private static final int SCANS_PER_INTERVAL = 16;
    private static final Duration SHORTEST_SCAN = Duration.ofMillis(10);
    private static final Duration LONGEST_SCAN = Duration.ofSeconds(1);

    private final Registry registry;
    private final StateCheck check;
    private final Ends ends;
    private final Scheduler scheduler;
    private final Clocks clocks;
    private final Duration interval;
    private final Duration timeout;
    private final Duration scanEvery;
    private long opened;

    public Pings(
            Registry registry,
            StateCheck check,
            Ends ends,
            Scheduler scheduler,
            Clocks clocks,
            Duration interval,
            Duration timeout) {
        this.registry = registry;
        this.check = check;
        this.ends = ends;
        this.scheduler = scheduler;
        this.clocks = clocks;
        this.interval = interval;
        this.timeout = timeout;
        this.scanEvery = scanInterval(interval.compareTo(timeout) < 0 ? interval : timeout);
    }

    private static Duration scanInterval(Duration shorter) {
        Duration part = shorter.dividedBy(SCANS_PER_INTERVAL);
        if (part.compareTo(SHORTEST_SCAN) < 0) {
            return SHORTEST_SCAN;
        }
        return part.compareTo(LONGEST_SCAN) > 0 ? LONGEST_SCAN : part;
    }

    public void start() {
        if (!interval.isZero()) {
            scheduler.after(scanEvery, this::scanAndComeBack);
        }
    }

    /** Gives a new connection its place: successive ones lie the golden ratio apart, which spreads any number evenly. */
    public void opened(Connection connection, long now) {
        double place = (opened++ * 0.618033988749895) % 1.0;
        connection.nextPingAt = now + (long) (interval.toNanos() * (0.5 + place / 2));
    }

    private void scanAndComeBack() {
        try {
            scan(clocks.now());
        } finally {
            scheduler.after(scanEvery, this::scanAndComeBack);
        }
    }

    private void scan(long now) {
        List<Connection> silent = new ArrayList<>();
        for (Connection connection : registry.all()) {
            if (connection.pingOutstanding) {
                if (now - connection.pingAt >= timeout.toNanos()) {
                    silent.add(connection);
                }
            } else if (now - connection.nextPingAt >= 0 && check.isConnected(connection)) {
                ping(connection, now);
            }
        }
        silent.forEach(this::noPong);
    }

    private void ping(Connection connection, long now) {
        connection.pingAt = now;
        connection.pingOutstanding = true;
        connection.nextPingAt = now + interval.toNanos();
        connection.peer().ping();
    }

    private void noPong(Connection connection) {
        if (connection.end() == null) {
            String reason = "nothing heard for " + timeout.toMillis() + " ms after a ping";
            ends.abnormal(connection, Ending.removed(Category.NO_PONG, reason, RemovalPath.NO_PONG));
        }
    }

    public ServerStats.Pings snapshot() {
        return new ServerStats.Pings(interval.toMillis(), timeout.toMillis());
    }
}
