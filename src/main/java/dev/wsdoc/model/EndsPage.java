package dev.wsdoc.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the ends journal: {@code GET /api/debug/websocket-ends?after=SEQ&limit=N}. A connection that ends
 * abnormally stands in it twice: when it turns stale ({@code path} is null) and when it is removed.
 *
 * @param last sequence number to ask for next, as {@code after}
 * @param gap whether entries after the asked number were already dropped from the bounded journal
 */
public record EndsPage(long last, boolean gap, List<End> ends) {
    public EndsPage {
        ends = List.copyOf(ends);
    }

    /**
     * One connection's end.
     *
     * @param path how it was removed, null when it only turned stale
     */
    public record End(
            long seq,
            String id,
            Instant at,
            Category category,
            @Nullable RemovalPath path) {}
}
