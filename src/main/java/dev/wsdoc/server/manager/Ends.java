package dev.wsdoc.server.manager;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;
import java.util.function.Consumer;

/**
 * How connections come to an end: every end of whatever kind passes here, is logged, counted and journalled once, and
 * leaves the connection stale or removed. Loop thread only.
 */
public final class Ends {
    private final Registry registry;
    private final Ledger ledger;
    private final Journal journal;
    private final EndLogging logging;
    private final Noticing noticing;
    private final Aftermath aftermath;
    private final Consumer<Connection> placeFree;
    private final Clocks clocks;

    /** @param placeFree told once for each connection whose socket is given up */
    Ends(
            Registry registry,
            Ledger ledger,
            Journal journal,
            EndLogging logging,
            Noticing noticing,
            Aftermath aftermath,
            Consumer<Connection> placeFree,
            Clocks clocks) {
        this.registry = registry;
        this.ledger = ledger;
        this.journal = journal;
        this.logging = logging;
        this.noticing = noticing;
        this.aftermath = aftermath;
        this.placeFree = placeFree;
        this.clocks = clocks;
    }

    /** Something has shown that the connection is over, without a closing handshake. */
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
        ledger.failed(ending.category());
        logging.ended(connection.id(), ending.category(), ending.reason());
        giveUpSocket(connection);
        if (path == null) {
            markStale(connection, ending);
        } else {
            remove(connection, path, ending.category());
        }
        if (ending.isAbnormal()) {
            aftermath.endedAbnormally(connection, this);
        }
    }

    private void markStale(Connection connection, Ending ending) {
        Connection.End end = new Connection.End(ending.category(), ending.reason(), clocks.instant());
        connection.endedBy(end);
        journal.add(connection.id(), end.at(), end.category(), null);
    }

    /** The peer closed with a closing handshake; the engine has answered it. */
    public void closedByPeer(Connection connection, String how) {
        if (connection.isListed()) {
            ledger.failed(Category.CLOSED);
            logging.closed(connection.id(), how);
            giveBack(connection);
            remove(connection, RemovalPath.CLOSED, Category.CLOSED);
        }
    }

    /** The server closes a live connection, with a closing handshake. */
    public void closeByServer(Connection connection, int code, String reason, RemovalPath path) {
        if (connection.isListed()) {
            ledger.failed(Category.CLOSED);
            logging.closed(connection.id(), "by the server with " + code + " " + reason);
            connection.peer().part(code, reason);
            giveBack(connection);
            remove(connection, path, Category.CLOSED);
        }
    }

    /** Takes a connection off the list. */
    void remove(Connection connection, RemovalPath path, Category category) {
        registry.remove(connection);
        ledger.removed(path, category);
        journal.add(connection.id(), clocks.instant(), category, path);
        aftermath.removed(connection);
    }

    /** Takes a stale connection off the list. */
    void removeStale(Connection connection, RemovalPath path) {
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
