package dev.wsdoc.model;

import java.time.Instant;

/** The answer of {@code POST /api/debug/cleanup-websockets}. */
public record CleanupAnswer(String message, int staleConnectionsCleaned, CurrentStats currentStats, Instant timestamp) {

    /** The counts after the cleanup. */
    public record CurrentStats(
            int totalConnections, int customerConnections, int adminConnections, int activeSessions) {}
}
