package dev.wsdoc.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;

/**
 * What the reference server's status page says: {@code GET /api/debug/websocket-status}. Field names in JSON are these
 * in snake case. Durations are milliseconds.
 *
 * @param server always {@code wsdoc}: how a caller knows whom it talks to
 * @param totalConnections listed connections, stale ones included: {@code live + stale}
 * @param activeSessions sessions with at least one listed customer
 * @param staleConnections listed connections whose peer is gone
 * @param opened connections ever opened
 * @param removals removals by path; {@code opened = live + stale + all removals}
 * @param balance the equation above, as the server computes it
 * @param errors ends and failed sends by category; categories that never occurred are absent
 * @param lastEnd sequence number of the newest entry of the ends journal, 0 when there is none
 */
public record ServerStats(
        int schemaVersion,
        String server,
        String version,
        Instant timestamp,
        long uptimeMs,
        int totalConnections,
        int customerConnections,
        int adminConnections,
        int echoConnections,
        int activeSessions,
        int staleConnections,
        long opened,
        Map<RemovalPath, Long> removals,
        Balance balance,
        Map<Category, Long> errors,
        Retries retries,
        Sweeps sweeps,
        Pings pings,
        Refusals refusals,
        long lastEnd,
        Page connections) {

    /** The schema version of this record. */
    public static final int SCHEMA_VERSION = 1;

    /** Listed connections whose peer is there: stale ones come and go with the sweeps, these do not. */
    @JsonIgnore
    public int liveConnections() {
        return totalConnections - staleConnections;
    }

    /** {@code opened = live + stale + removed}; anything else is a counting error of the server. */
    public record Balance(long opened, long live, long stale, long removed, boolean balanced) {
        public static Balance of(long opened, long live, long stale, long removed) {
            return new Balance(opened, live, stale, removed, opened == live + stale + removed);
        }
    }

    /**
     * Sends tried again.
     *
     * @param attempted sends that were tried again
     * @param recovered of these, how many got through
     * @param stoppedDead retries given up because the check before the try found the connection dead
     * @param onDead retries made although the connection was already dead: a healthy server makes none
     * @param exhausted sends given up after the last retry
     */
    public record Retries(long attempted, long recovered, long stoppedDead, long onDead, long exhausted) {}

    /**
     * The sweep and what it removed.
     *
     * @param background whether the background sweep is on
     * @param runs passes so far, background and on demand
     * @param failures passes that ended in an exception
     */
    public record Sweeps(
            boolean background, long intervalMs, long runs, long staleRemoved, long inactiveRemoved, long failures) {}

    /**
     * How peers that vanished are found.
     *
     * @param intervalMs 0 when the server sends no pings
     */
    public record Pings(long intervalMs, long pongTimeoutMs) {}

    /** Connections that were turned away and messages over the rate, by reason; reset by the rate-limit endpoint. */
    public record Refusals(
            long connectRate, long messageRate, long connectionLimit, long addressLimit, long origin, long handshake) {}
}
