package dev.wsdoc.cli.debug;

import dev.wsdoc.model.ConnectionInfo;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.report.Amount;
import dev.wsdoc.report.Printable;
import dev.wsdoc.report.Table;
import dev.wsdoc.report.TextStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A status page for people. Used once. */
final class StatusText {
    private static final int INDENT = 2;
    private static final String NONE = "-";

    private final ServerStats stats;
    private final TextStyle style;
    private final String server;
    private final List<String> lines = new ArrayList<>();

    StatusText(ServerStats stats, TextStyle style, String server) {
        this.stats = stats;
        this.style = style;
        this.server = server;
    }

    List<String> lines() {
        lines.add(style.palette().strong(server) + "  "
                + facts("wsdoc " + Printable.line(stats.version()), "up " + Amount.millis((double) stats.uptimeMs())));
        addCounts();
        addConnections();
        addTable("Errors by category", stats.errors());
        addTable("Removals by path", stats.removals());
        addWorkings();
        return lines;
    }

    private void addCounts() {
        heading("Connections");
        line(facts(
                stats.totalConnections() + " listed",
                Amount.of(stats.customerConnections(), "customer"),
                Amount.of(stats.adminConnections(), "admin"),
                stats.echoConnections() + " echo",
                Amount.of(stats.activeSessions(), "session")));
        Balance balance = Balance.of(stats);
        line(balance.holds() ? balance.line() : style.palette().bad(balance.line()));
    }

    private void addConnections() {
        List<ConnectionInfo> items = stats.connections().items();
        if (items.isEmpty()) {
            return;
        }
        lines.add("");
        boolean isStaleOnly = items.stream().allMatch(item -> item.staleSince() != null);
        lines.addAll((isStaleOnly ? stale(items) : all(items)).lines(style, INDENT));
        int hidden = stats.connections().total() - items.size();
        if (hidden > 0) {
            line(style.palette().faint("and " + hidden + " more (--limit)"));
        }
    }

    private Table stale(List<ConnectionInfo> items) {
        Table table = new Table(List.of("stale", ">since", "address", "category", "reason"));
        items.forEach(item -> table.row(
                item.id(), ago(item.staleSince()), item.address(), orNone(item.category()), orNone(item.reason())));
        return table;
    }

    private Table all(List<ConnectionInfo> items) {
        Table table = new Table(List.of("id", "state", ">age", ">idle", ">queued", "address", "category", "reason"));
        items.forEach(item -> table.row(
                item.id(),
                item.state(),
                Amount.millis((double) item.ageMs()),
                Amount.millis((double) item.idleMs()),
                item.queuedBytes(),
                item.address(),
                orNone(item.category()),
                orNone(item.reason())));
        return table;
    }

    private static Object orNone(@Nullable Object value) {
        return value == null ? NONE : value;
    }

    private String ago(@Nullable Instant since) {
        return since == null
                ? NONE
                : Amount.millis((double) Math.max(
                                0, Duration.between(since, stats.timestamp()).toMillis())) + " ago";
    }

    private void addTable(String title, Map<? extends Enum<?>, Long> counts) {
        if (counts.values().stream().anyMatch(count -> count > 0)) {
            heading(title);
            Table table = new Table(List.of("", ">"));
            counts.forEach((key, count) -> table.row(label(key), count));
            lines.addAll(table.lines(style, INDENT));
        }
    }

    private static String label(Enum<?> key) {
        return key instanceof RemovalPath path ? path.label() : key.name();
    }

    private void addWorkings() {
        heading("Workings");
        Table table = new Table(List.of("", ""));
        table.row("sweeps", sweeps(stats.sweeps()));
        table.row("retries", retries(stats.retries()));
        table.row("pings", pings(stats.pings()));
        table.row("refused", refusals(stats.refusals()));
        lines.addAll(table.lines(style, INDENT));
    }

    private String sweeps(ServerStats.Sweeps sweeps) {
        return facts(
                sweeps.background() ? "every " + Amount.millis((double) sweeps.intervalMs()) : "on demand only",
                sweeps.runs() + " so far",
                sweeps.staleRemoved() + " stale removed",
                sweeps.inactiveRemoved() + " inactive removed",
                sweeps.failures() + " failed");
    }

    private String retries(ServerStats.Retries retries) {
        return facts(
                retries.attempted() + " attempted",
                retries.recovered() + " recovered",
                retries.exhausted() + " given up",
                retries.stoppedDead() + " stopped at a dead connection",
                retries.onDead() + " made on a dead connection");
    }

    private String pings(ServerStats.Pings pings) {
        return pings.intervalMs() == 0
                ? "off"
                : facts(
                        "every " + Amount.millis((double) pings.intervalMs()),
                        "answer within " + Amount.millis((double) pings.pongTimeoutMs()));
    }

    private String refusals(ServerStats.Refusals refusals) {
        return facts(
                refusals.connectRate() + " connect rate",
                refusals.messageRate() + " message rate",
                refusals.connectionLimit() + " connection limit",
                refusals.addressLimit() + " address limit",
                refusals.origin() + " origin",
                refusals.handshake() + " handshake");
    }

    private String facts(String... facts) {
        return String.join(style.glyphs().separator(), facts);
    }

    private void heading(String text) {
        lines.add("");
        lines.add(style.palette().strong(text));
    }

    private void line(String text) {
        lines.add(" ".repeat(INDENT) + text);
    }
}
