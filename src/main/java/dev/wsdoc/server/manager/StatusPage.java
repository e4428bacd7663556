package dev.wsdoc.server.manager;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.CleanupAnswer.CurrentStats;
import dev.wsdoc.model.ConnectionInfo;
import dev.wsdoc.model.Page;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.server.manager.connection.AddressText;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Peer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The status in figures, taken from the list itself where there is one, so that the counters are checked by it. */
public final class StatusPage {
    /** The most connections of one page. */
    public static final int MOST_ENTRIES = 10_000;

    /**
     * Which part of the list is asked for.
     *
     * @param offset index of the first entry, from 0
     * @param limit 0 to 10,000 entries
     */
    public record Query(int offset, int limit, Filter filter) {
        public Query {
            if (offset < 0) {
                throw new IllegalArgumentException("offset " + offset + " is below 0");
            }
            if (limit < 0 || limit > MOST_ENTRIES) {
                throw new IllegalArgumentException("limit " + limit + " is not between 0 and " + MOST_ENTRIES);
            }
        }

        /** The first hundred. */
        public static Query first() {
            return new Query(0, 100, Filter.ALL);
        }
    }

    /** Which connections are listed. */
    public enum Filter {
        ALL,
        STALE
    }

    private final ManagerComponents parts;
    private final String version;
    private final long startedAt;

    StatusPage(ManagerComponents parts, String version) {
        this.parts = parts;
        this.version = version;
        this.startedAt = parts.clocks.now();
    }

    ServerStats render(Query query) {
        int listed = parts.registry.all().size();
        int stale = countStale(parts.registry.all());
        int customers = parts.registry.customers().size();
        int admins = parts.registry.admins().size();
        long removed = parts.counters.removals().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new ServerStats(
                ServerStats.SCHEMA_VERSION,
                "wsdoc",
                version,
                timestamp(),
                parts.clocks.millisSince(startedAt),
                parts.counters.shownTotal(listed),
                customers,
                admins,
                listed - customers - admins,
                parts.registry.sessions(),
                stale,
                parts.counters.openedCount(),
                parts.counters.removals(),
                ServerStats.Balance.of(parts.counters.openedCount(), listed - stale, stale, removed),
                parts.counters.failures(),
                parts.retries.snapshot(),
                parts.sweeper.snapshot(),
                parts.pings.snapshot(),
                parts.refusals.snapshot(),
                parts.journal.last(),
                page(query));
    }

    CurrentStats currentStats() {
        return new CurrentStats(
                parts.counters.shownTotal(parts.registry.all().size()),
                parts.registry.customers().size(),
                parts.registry.admins().size(),
                parts.registry.sessions());
    }

    /** Now, to the millisecond. */
    Instant timestamp() {
        return parts.clocks.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private int countStale(Collection<Connection> connections) {
        int stale = 0;
        for (Connection connection : connections) {
            if (!parts.check.isConnected(connection)) {
                stale++;
            }
        }
        return stale;
    }

    private Page page(Query query) {
        Collection<Connection> all = parts.registry.all();
        int total = query.filter() == Filter.STALE ? countStale(all) : all.size();
        Stream<Connection> chosen = query.filter() == Filter.STALE
                ? all.stream().filter(connection -> !parts.check.isConnected(connection))
                : all.stream();
        List<ConnectionInfo> items =
                chosen.skip(query.offset()).limit(query.limit()).map(this::info).toList();
        return new Page(query.offset(), query.limit(), total, items);
    }

    private ConnectionInfo info(Connection connection) {
        boolean live = parts.check.isConnected(connection);
        Connection.@Nullable End end = live ? null : connection.end();
        Peer peer = connection.peer();
        return new ConnectionInfo(
                connection.id(),
                connection.role().label(),
                connection.session(),
                live ? "live" : "stale",
                AddressText.of(connection.address()),
                parts.clocks.millisSince(connection.openedAt()),
                parts.clocks.millisSince(connection.heardAt()),
                peer.bytesIn(),
                peer.bytesOut(),
                peer.queuedBytes(),
                connection.pongAt(),
                live ? null : end == null ? Category.INVALID_STATE : end.category(),
                end == null ? null : end.at(),
                live ? null : end == null ? parts.check.describe(connection) : end.reason());
    }
}
