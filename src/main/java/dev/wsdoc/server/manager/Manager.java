package dev.wsdoc.server.manager;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.EndsPage;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.server.manager.admission.Paths;
import dev.wsdoc.server.manager.connection.AddressText;
import dev.wsdoc.server.manager.connection.Clocks;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ending;
import dev.wsdoc.server.manager.connection.Peer;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.connection.Ticket;
import dev.wsdoc.server.manager.policy.CleanupFailedException;
import dev.wsdoc.server.manager.policy.HandshakeRequest;
import dev.wsdoc.server.manager.policy.LogLine;
import dev.wsdoc.server.manager.policy.Refusal;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * The WebSocket manager: keeps the list of connections and passes what sockets and callers tell it on to the part
 * whose business it is. Loop thread only; lives as long as the server.
 */
public final class Manager implements PeerEvents {
    private static final int TRY_AGAIN_LATER = 1013;
    private static final int GOING_AWAY = 1001;
    private static final Duration PRUNE_EVERY = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final Logger log;
    private final ManagerComponents parts;
    private final StatusPage statusPage;
    private long lastNumber;

    public Manager(ManagerSettings settings, Policies policies, Clocks clocks, Scheduler scheduler, Logger log) {
        this.scheduler = scheduler;
        this.log = log;
        this.parts = new ManagerComponents(settings, policies, clocks, scheduler, log);
        this.statusPage = new StatusPage(parts, settings.version());
        parts.start();
        prune();
    }

    private void prune() {
        scheduler.after(PRUNE_EVERY, this::prune);
        parts.admission.prune();
    }

    /** Either a ticket or a refusal; a refusal is already counted and logged. */
    public record Decision(
            @Nullable Ticket ticket, @Nullable Refusal refusal) {}

    /** Decides about a handshake. */
    public Decision admit(HandshakeRequest upgrade) {
        Paths.Place place = Paths.find(upgrade.path());
        Refusal refusal = place.refusal() != null ? place.refusal() : parts.admissionPolicy.refuse(upgrade);
        if (refusal != null) {
            handshakeFailed(upgrade.address(), refusal);
            return new Decision(null, refusal);
        }
        return new Decision(ticket(place, upgrade), null);
    }

    private Ticket ticket(Paths.Place place, HandshakeRequest upgrade) {
        String session = place.session();
        String prefix = place.role().label() + (session == null ? "" : "_" + session);
        return new Ticket(prefix + "-" + ++lastNumber, place.role(), session, upgrade.address());
    }

    @Override
    public Connection opened(Ticket ticket, Peer peer) {
        long now = parts.clocks.now();
        Connection connection = new Connection(ticket, peer, now);
        parts.registry.add(connection);
        parts.admission.opened(connection);
        parts.counters.opened();
        parts.pings.opened(connection, now);
        LogLine.write(
                log,
                Level.DEBUG,
                ticket.id(),
                "Opened {} as {} from {}",
                ticket.id(),
                ticket.role().label(),
                AddressText.of(ticket.address()));
        parts.manners.opened(connection);
        return connection;
    }

    @Override
    public void message(Connection connection, ByteBuffer frame) {
        if (mayGoOn(connection)) {
            parts.router.route(connection, frame);
        }
    }

    @Override
    public void pinged(Connection connection, ByteBuffer pong) {
        if (mayGoOn(connection) && parts.delivery.answersPings()) {
            parts.retrying.send(connection, pong);
        }
    }

    private boolean mayGoOn(Connection connection) {
        long now = parts.clocks.now();
        connection.spoke(now);
        if (!connection.isListed() || connection.end() != null) {
            return false;
        }
        if (parts.messageRate.allows(connection, now)) {
            return true;
        }
        parts.refusals.messageRate();
        String reason = "more than " + parts.messageRate.perSecond() + " messages/s";
        parts.ends.closeByServer(connection, TRY_AGAIN_LATER, reason, RemovalPath.CLOSED);
        return false;
    }

    @Override
    public void ponged(Connection connection) {
        connection.ponged(parts.clocks.instant());
    }

    @Override
    public void closedByPeer(Connection connection, String how) {
        parts.ends.closedByPeer(connection, how);
    }

    @Override
    public void broke(Connection connection, Category category, String reason) {
        parts.ends.abnormal(connection, Ending.stale(category, reason));
    }

    @Override
    public void writeFailed(Connection connection, Category category, String reason) {
        parts.retrying.writeFailed(connection, category, reason);
    }

    @Override
    public void handshakeFailed(InetSocketAddress address, Refusal refusal) {
        parts.refusals.count(refusal.reason());
        parts.counters.failed(Category.HANDSHAKE);
        parts.logging.handshakeFailed(AddressText.of(address), refusal.status() + " " + refusal.message());
    }

    /** A page of the status, of all connections or of the stale ones alone. */
    public ServerStats status(StatusPage.Query query) {
        return statusPage.render(query);
    }

    /** Ends after a sequence number. */
    public EndsPage ends(long after, int limit) {
        return parts.journal.page(after, limit);
    }

    /** Removes stale connections now. */
    public CleanupAnswer cleanup() throws CleanupFailedException {
        int cleaned = parts.sweeper.cleanup();
        return new CleanupAnswer(
                "WebSocket cleanup completed", cleaned, statusPage.currentStats(), statusPage.timestamp());
    }

    /** Gives everyone a fresh allowance and sets the counts of refusals to zero. */
    public void resetRateLimits() {
        parts.admission.resetRates();
        parts.messageRate.reset(parts.registry.all());
        parts.refusals.reset();
        log.info("Rate limits reset");
    }

    /** Closes every connection with 1001 and takes it off the list. */
    public void shutDown() {
        for (Connection connection : List.copyOf(parts.registry.all())) {
            if (connection.end() == null) {
                parts.ends.closeByServer(connection, GOING_AWAY, "the server shuts down", RemovalPath.SHUTDOWN);
            } else {
                parts.ends.removeStale(connection, RemovalPath.SHUTDOWN);
            }
        }
    }
}
