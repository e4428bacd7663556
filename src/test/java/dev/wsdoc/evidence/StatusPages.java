package dev.wsdoc.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wsdoc.model.Category;
import dev.wsdoc.model.ConnectionInfo;
import dev.wsdoc.model.Json;
import dev.wsdoc.model.Page;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.model.ServerStats.Balance;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Status pages as the reference server writes them. */
public final class StatusPages {
    private static final Instant NOW = Instant.parse("2026-11-22T20:31:38.123Z");

    private StatusPages() {}

    /** A page whose counts balance, with {@code total} connections, {@code stale} of them listed as stale. */
    public static ObjectNode json(int total, int stale) {
        return Json.mapper().valueToTree(stats(total, stale));
    }

    private static ServerStats stats(int total, int stale) {
        return new ServerStats(
                ServerStats.SCHEMA_VERSION,
                "wsdoc",
                "0.1.0",
                NOW,
                60_000,
                total,
                total - 1,
                1,
                0,
                2,
                stale,
                total + 10,
                Map.of(RemovalPath.CLOSED, 3L, RemovalPath.CLEANED, 7L),
                Balance.of(total + 10, total - stale, stale, 10),
                Map.of(Category.RESET, 9L),
                new ServerStats.Retries(4, 2, 1, 0, 1),
                new ServerStats.Sweeps(true, 30_000, 12, 7, 0, 0),
                new ServerStats.Pings(10_000, 10_000),
                new ServerStats.Refusals(0, 5, 0, 0, 0, 6),
                17,
                new Page(0, 100, stale, List.of(connection())));
    }

    private static ConnectionInfo connection() {
        return new ConnectionInfo(
                "customer_s1-42",
                "customer",
                "s1",
                "stale",
                "127.0.0.1:5555",
                9_000,
                8_000,
                12,
                34,
                0,
                NOW,
                Category.RESET,
                NOW.minusSeconds(8),
                "Connection reset");
    }
}
