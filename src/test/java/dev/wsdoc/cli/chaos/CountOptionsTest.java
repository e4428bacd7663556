package dev.wsdoc.cli.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wsdoc.Integration;
import dev.wsdoc.cli.CommandLineRun;
import dev.wsdoc.cli.RecordingServer;
import dev.wsdoc.model.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts on pages that know nothing of wsdoc. */
@Integration
@Timeout(60)
class CountOptionsTest {
    private RecordingServer server;
    private HttpServer http;
    private String page;
    private IntSupplier listed = () -> server.getConnections().size();
    private int stale;
    private int cleaned;

    @BeforeEach
    void start() throws Exception {
        server = RecordingServer.start(InetAddress.getLoopbackAddress());
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        page = "http://127.0.0.1:" + http.getAddress().getPort();
        http.createContext(
                "/status",
                exchange -> answer(
                        exchange,
                        "{\"ws\": {\"total\": " + listed.getAsInt() + ", \"dead\": " + stale + ", \"name\": \"x\"}}"));
        http.createContext("/clean", exchange -> answer(exchange, "{\"removed\": " + cleaned + "}"));
        http.createContext(
                "/metrics",
                exchange -> answer(
                        exchange,
                        "# TYPE ws_connections gauge\nws_connections{state=\"open\",path=\"/a\"} " + listed.getAsInt()
                                + ".0\nws_connections{state=\"open\",path=\"/b\"} 0\nws_connections{state=\"closed\"} 17\n"));
        http.start();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void stop() {
        http.stop(0);
        server.close();
    }

    private CommandLineRun chaos(String... more) {
        List<String> args = new ArrayList<>(List.of("chaos", "ws://127.0.0.1:" + server.getPort(), "--json"));
        args.addAll(List.of("--drop", "6", "--abrupt", "6", "--bystanders", "2", "--detect-within", "1s"));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private static String outcome(CommandLineRun run, String check) throws IOException {
        for (JsonNode finding : Json.mapper().readTree(run.out()).at("/findings")) {
            if (finding.at("/check").asText().equals(check)) {
                return finding.at("/outcome").asText();
            }
        }
        throw new AssertionError("no finding of " + check);
    }

    @Test
    void reconcilesTheCountsOfAStatusPage() throws Exception {
        CommandLineRun run = chaos(
                "--status-url",
                page + "/status",
                "--count",
                "/ws/total",
                "--stale",
                "/ws/dead",
                "--cleanup-url",
                page + "/clean",
                "--cleaned",
                "/removed");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(outcome(run, "count.opened-agrees")).isEqualTo("pass");
        assertThat(outcome(run, "count.stale-matches")).isEqualTo("pass");
        assertThat(outcome(run, "cleanup.answers")).isEqualTo("pass");
        assertThat(outcome(run, "count.total-restored")).isEqualTo("pass");
    }

    @Test
    void findsACountThatOnlyGrows() throws Exception {
        listed = () -> server.requests.size();

        CommandLineRun run = chaos("--status-url", page + "/status", "--count", "/ws/total");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(outcome(run, "count.total-restored")).isEqualTo("fail");
        assertThat(outcome(run, "cleanup.answers")).isEqualTo("not_checked");
    }

    @Test
    void findsOpeningsThatAreNotCountedAndACleanupThatBoasts() throws Exception {
        listed = () -> 4;
        cleaned = 9;

        CommandLineRun run = chaos(
                "--status-url",
                page + "/status",
                "--count",
                "/ws/total",
                "--stale",
                "/ws/dead",
                "--cleanup-url",
                page + "/clean",
                "--cleaned",
                "/removed");

        assertThat(outcome(run, "count.opened-agrees")).isEqualTo("fail");
        assertThat(outcome(run, "count.stale-matches")).isEqualTo("fail");
        assertThat(outcome(run, "cleanup.answers")).isEqualTo("fail");
    }

    @Test
    void readsPrometheusMetrics() throws Exception {
        CommandLineRun run = chaos("--metrics-url", page + "/metrics", "--metric", "ws_connections{state=\"open\"}");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(outcome(run, "count.opened-agrees")).isEqualTo("pass");
        assertThat(outcome(run, "count.total-restored")).isEqualTo("pass");
    }

    @Test
    void showsWhatIsThereWhereAPointerMatchesNothing() {
        CommandLineRun run = chaos("--status-url", page + "/status", "--count", "/total");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("has nothing at /total; there is /ws/total (0), /ws/dead (0)")
                .hasLineCount(1);
    }

    @Test
    void showsWhatIsThereWhereAMetricMatchesNothing() {
        CommandLineRun run = chaos("--metrics-url", page + "/metrics", "--metric", "ws_connections{state=\"shut\"}");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("there is ws_connections{state=\"closed\"}, ws_connections{state=\"open\",path=\"/a\"}")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--count /x | --count /x needs --status-url too",
                "--metric x | --metric x needs --metrics-url too",
                "--status-url ftp://x/ --count /x | is not an http or https URL",
                "--status-url http://x/ --count x | is no JSON pointer",
                "--metrics-url http://x/ --metric a{ | is not a metric like",
                "--status-url http://x/ --count /x --cleaned /y | needs --cleanup-url too",
            })
    void saysInOneLineWhatIsWrong(String options, String complaint) {
        CommandLineRun run = chaos(options.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(complaint).hasLineCount(1);
    }
}
