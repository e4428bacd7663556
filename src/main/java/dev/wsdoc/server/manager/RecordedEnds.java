package dev.wsdoc.server.manager;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.connection.Clocks;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ending;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Journal;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.policy.Counters;
import dev.wsdoc.server.manager.policy.EndHook;
import dev.wsdoc.server.manager.policy.EndLogging;
import dev.wsdoc.server.manager.policy.Noticing;
import java.util.function.Consumer;

/**
 * How connections come to an end: every end of whatever kind passes here, is logged, counted and journalled once, and
 * leaves the connection stale or removed. Loop thread only.
 */
final class RecordedEnds implements Ends {
    private final Registry registry;
    private final Counters counters;
    private final Journal journal;
    private final EndLogging logging;
    private final Noticing noticing;
    private final EndHook endHook;
    private final Consumer<Connection> placeFree;
    private final Clocks clocks;

    /** @param placeFree told once for each connection whose socket is given up */
    RecordedEnds(
            Registry registry,
            Counters counters,
            Journal journal,
            EndLogging logging,
            Noticing noticing,
            EndHook endHook,
            Consumer<Connection> placeFree,
            Clocks clocks) {
        this.registry = registry;
        this.counters = counters;
        this.journal = journal;
        this.logging = logging;
        this.noticing = noticing;
        this.endHook = endHook;
        this.placeFree = placeFree;
        this.clocks = clocks;
    }

    @Override
    public void abnormal(Connection connection, Ending ending) {
        if (connection.isListed()) {
            noticing.notice(connection, ending, this::end);
        }
    }

    private void end(Connection connection, Ending ending) {
        RemovalPath path = ending.path();
        if (!connection.isListed() || (path == null && connection.end() != null)) {
            return;
        }
        counters.failed(ending.category());
        logging.ended(connection.id(), ending.category(), ending.reason());
        giveUpSocket(connection);
        if (path == null) {
            markStale(connection, ending);
        } else {
            remove(connection, path, ending.category());
        }
        if (ending.isAbnormal()) {
            endHook.endedAbnormally(connection, this);
        }
    }

    private void markStale(Connection connection, Ending ending) {
        Connection.End end = new Connection.End(ending.category(), ending.reason(), clocks.instant());
        connection.endedBy(end);
        journal.add(connection.id(), end.at(), end.category(), null);
    }

    @Override
    public void closedByPeer(Connection connection, String how) {
        if (connection.isListed()) {
            counters.failed(Category.CLOSED);
            logging.closed(connection.id(), how);
            giveBack(connection);
            remove(connection, RemovalPath.CLOSED, Category.CLOSED);
        }
    }

    @Override
    public void closeByServer(Connection connection, int code, String reason, RemovalPath path) {
        if (connection.isListed()) {
            counters.failed(Category.CLOSED);
            logging.closed(connection.id(), "by the server with " + code + " " + reason);
            connection.peer().part(code, reason);
            giveBack(connection);
            remove(connection, path, Category.CLOSED);
        }
    }

    @Override
    public void remove(Connection connection, RemovalPath path, Category category) {
        registry.remove(connection);
        counters.removed(path, category);
        journal.add(connection.id(), clocks.instant(), category, path);
        endHook.removed(connection);
    }

    @Override
    public void removeStale(Connection connection, RemovalPath path) {
        giveUpSocket(connection);
        Connection.End end = connection.end();
        remove(connection, path, end == null ? Category.CLOSED : end.category());
    }

    private void giveUpSocket(Connection connection) {
        connection.peer().cut();
        giveBack(connection);
    }

    private void giveBack(Connection connection) {
        if (connection.givePlaceBack()) {
            placeFree.accept(connection);
        }
    }
}
