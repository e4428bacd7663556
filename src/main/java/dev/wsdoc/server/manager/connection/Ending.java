package dev.wsdoc.server.manager.connection;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection ends, and what becomes of it.
 *
 * @param reason in words, for the log and the status page
 * @param path how it is removed, null when it stays listed as stale until a sweep
 */
public record Ending(
        Category category, String reason, @Nullable RemovalPath path) {
    /** An abnormal end: the socket is closed, the connection stays listed as stale. */
    public static Ending stale(Category category, String reason) {
        return new Ending(category, reason, null);
    }

    /** An end that takes the connection off the list at once. */
    public static Ending removed(Category category, String reason, RemovalPath path) {
        return new Ending(category, reason, path);
    }

    /** Whether nobody asked for this end: not a closing handshake of either side. */
    public boolean isAbnormal() {
        return path == null || path == RemovalPath.SEND_FAILED || path == RemovalPath.NO_PONG;
    }
}
