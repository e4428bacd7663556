package dev.wsdoc.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wsdoc.model.ServerStats;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The status in Prometheus' text format. Thread-safe: each rendering stands alone. */
final class Metrics {
    static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();

    String render(ServerStats stats) throws IOException {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        gauges(stats).forEach(all::metricSnapshot);
        counters(stats).forEach(all::metricSnapshot);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, all.build());
        return out.toString(UTF_8);
    }

    private static List<GaugeSnapshot> gauges(ServerStats stats) {
        Map<String, Number> states =
                Map.of("live", stats.balance().live(), "stale", stats.balance().stale());
        Map<String, Number> roles = Map.of(
                "customer", stats.customerConnections(),
                "admin", stats.adminConnections(),
                "echo", stats.echoConnections());
        int balanced = stats.balance().balanced() ? 1 : 0;
        return List.of(
                gauge("wsdoc_connections", "Listed connections by state.", "state", states),
                gauge("wsdoc_role_connections", "Listed connections by role, stale ones included.", "role", roles),
                gauge("wsdoc_sessions", "Sessions with a listed customer.", "", Map.of("", stats.activeSessions())),
                gauge("wsdoc_counts_balanced", "1 when opened = live + stale + removed.", "", Map.of("", balanced)),
                gauge("wsdoc_uptime_seconds", "Time since the start.", "", Map.of("", stats.uptimeMs() / 1_000.0)));
    }

    private static List<CounterSnapshot> counters(ServerStats stats) {
        return List.of(
                counter("wsdoc_opened", "Connections ever opened.", "", Map.of("", stats.opened())),
                counter("wsdoc_removals", "Removals by path.", "path", lowerCase(stats.removals())),
                counter("wsdoc_failures", "Ends and failed sends.", "category", lowerCase(stats.errors())),
                counter("wsdoc_retries", "Retries by outcome.", "outcome", retries(stats)),
                counter("wsdoc_refusals", "What was turned away, by reason.", "reason", refusals(stats)),
                counter(
                        "wsdoc_sweeps",
                        "Sweep passes.",
                        "",
                        Map.of("", stats.sweeps().runs())));
    }

    private static Map<String, Long> lowerCase(Map<? extends Enum<?>, Long> counts) {
        return counts.entrySet().stream()
                .collect(
                        Collectors.toMap(entry -> entry.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }

    private static Map<String, Long> retries(ServerStats stats) {
        ServerStats.Retries retries = stats.retries();
        return Map.of(
                "attempted", retries.attempted(),
                "recovered", retries.recovered(),
                "stopped_dead", retries.stoppedDead(),
                "on_dead", retries.onDead(),
                "exhausted", retries.exhausted());
    }

    private static Map<String, Long> refusals(ServerStats stats) {
        ServerStats.Refusals refusals = stats.refusals();
        return Map.of(
                "connect_rate", refusals.connectRate(),
                "message_rate", refusals.messageRate(),
                "connection_limit", refusals.connectionLimit(),
                "address_limit", refusals.addressLimit(),
                "origin", refusals.origin(),
                "handshake", refusals.handshake());
    }

    private static GaugeSnapshot gauge(String name, String help, String label, Map<String, ? extends Number> values) {
        GaugeSnapshot.Builder builder = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((key, value) -> builder.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels(label, key))
                .value(value.doubleValue())
                .build()));
        return builder.build();
    }

    private static CounterSnapshot counter(String name, String help, String label, Map<String, Long> counts) {
        CounterSnapshot.Builder builder = CounterSnapshot.builder().name(name).help(help);
        counts.forEach((key, count) -> builder.dataPoint(CounterDataPointSnapshot.builder()
                .labels(labels(label, key))
                .value(count)
                .build()));
        return builder.build();
    }

    /** @param label empty for a single figure without labels */
    private static Labels labels(String label, String value) {
        return label.isEmpty() ? Labels.EMPTY : Labels.of(label, value);
    }
}
