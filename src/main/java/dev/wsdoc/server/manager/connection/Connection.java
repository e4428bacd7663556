package dev.wsdoc.server.manager.connection;

import dev.wsdoc.model.Category;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One tracked connection, from its handshake until it is taken off the list. Times are the loop's nanoseconds. Owned by
 * the loop thread.
 */
public final class Connection {
    /** How it ended abnormally, while it is still listed. */
    public record End(Category category, String reason, Instant at) {}

    private final Ticket ticket;
    private Peer peer;
    private final long openedAt;
    private long heardAt;
    private long spokeAt;
    private @Nullable Instant pongAt;
    private @Nullable End end;
    private boolean holdsPlace = true;

    /** Its places on the registry's rolls, null when it is on none. */
    Registry.@Nullable Entry entry;

    /** The moment of the last ping while no sign of life followed it. */
    public long pingAt;

    public boolean pingOutstanding;
    public long nextPingAt;

    @Nullable
    public TokenBucket messageBucket;

    public Connection(Ticket ticket, Peer peer, long now) {
        this.ticket = ticket;
        this.peer = peer;
        this.openedAt = now;
        this.heardAt = now;
        this.spokeAt = now;
    }

    public String id() {
        return ticket.id();
    }

    public Role role() {
        return ticket.role();
    }

    public @Nullable String session() {
        return ticket.session();
    }

    public InetSocketAddress address() {
        return ticket.address();
    }

    public Peer peer() {
        return peer;
    }

    public long openedAt() {
        return openedAt;
    }

    /** Bytes came, of whatever kind: a sign of life. */
    public void heard(long now) {
        heardAt = now;
        pingOutstanding = false;
    }

    /** When bytes last came. */
    public long heardAt() {
        return heardAt;
    }

    /** The client sent something of its own accord: a message or a ping. */
    public void spoke(long now) {
        spokeAt = now;
    }

    public long spokeAt() {
        return spokeAt;
    }

    public void ponged(Instant at) {
        pongAt = at;
    }

    @Nullable
    public Instant pongAt() {
        return pongAt;
    }

    /** The abnormal end, null while none was noticed. */
    public @Nullable End end() {
        return end;
    }

    /** Its socket is closed by now; what remains of the far end are its figures. */
    public void endedBy(End how) {
        end = how;
        peer = new ClosedPeer(peer.bytesIn(), peer.bytesOut());
    }

    /** Whether it is still on the server's list. */
    public boolean isListed() {
        return entry != null;
    }

    /** Gives its place among the open connections back; true the first time. */
    public boolean givePlaceBack() {
        boolean held = holdsPlace;
        holdsPlace = false;
        return held;
    }

    @Override
    public String toString() {
        return ticket.id();
    }
}
