package dev.wsdoc.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One listed connection.
 *
 * @param id such as {@code customer_session123-42}
 * @param role customer, admin or echo
 * @param session the customer's session, null for other roles
 * @param state live or stale
 * @param address the peer's IP address and port
 * @param idleMs milliseconds since something was last heard
 * @param queuedBytes bytes waiting for the peer to read
 * @param lastPong when the last pong came, null when none has
 * @param category why it is stale, null when live
 * @param staleSince when the server noticed, null when live
 * @param reason the end in words, null when live
 */
public record ConnectionInfo(
        String id,
        String role,
        @Nullable String session,
        String state,
        String address,
        long ageMs,
        long idleMs,
        long bytesIn,
        long bytesOut,
        long queuedBytes,
        @Nullable Instant lastPong,
        @Nullable Category category,
        @Nullable Instant staleSince,
        @Nullable String reason) {}
