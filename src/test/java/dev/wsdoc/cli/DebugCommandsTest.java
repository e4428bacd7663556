package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.wsdoc.evidence.StatusPages;
import dev.wsdoc.model.Json;
import dev.wsdoc.server.Defect;
import dev.wsdoc.server.ReferenceServer;
import dev.wsdoc.server.ServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

/** The commands over the debug endpoints, against the reference server, and against servers that answer nonsense. */
class DebugCommandsTest {
    private final List<Runnable> stops = new ArrayList<>();

    @AfterEach
    void stop() {
        stops.forEach(Runnable::run);
    }

    @Test
    void statusShowsWhatIsStaleAndWhy() throws Exception {
        String url = serverWithStale(3, Defect.NONE);
        CommandLineRun run = CommandLineRun.of("status", url, "--limit", "2");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("  4 listed · 3 customers · 0 admins · 1 echo")
                .contains("  opened 4 = live 1 + stale 3 + removed 0")
                .containsPattern("  customer_s\\S* .* ago  127.0.0.1:\\d+ +(RESET|END_OF_STREAM) ")
                .contains("  and 1 more (--limit)")
                .contains("Errors by category")
                .contains("  sweeps   every 30.0 s");
    }

    @Test
    void statusListsLiveConnectionsWhenAsked() throws Exception {
        String url = serverWithStale(0, Defect.NONE);
        assertThat(CommandLineRun.of("status", url).out()).doesNotContain("echo-");
        assertThat(CommandLineRun.of("status", url, "--connections").out()).contains("  live  ");
    }

    @Test
    void statusPrintsTheServersAnswerAsJson() throws Exception {
        CommandLineRun run = CommandLineRun.of("status", serverWithStale(2, Defect.NONE), "--json");
        JsonNode json = Json.mapper().readTree(run.out());
        assertThat(run.exitCode()).isZero();
        assertThat(json.get("schema_version").asInt()).isEqualTo(1);
        assertThat(json.get("stale_connections").asInt()).isEqualTo(2);
        assertThat(json.at("/connections/items")).hasSize(3);
    }

    @Test
    void statusIsLoudAboutCountsThatDoNotBalance() throws Exception {
        ObjectNode page = StatusPages.json(5, 2);
        page.put("opened", 99);
        CommandLineRun run = CommandLineRun.of("status", answering(200, page.toString()));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("NOT BALANCED: opened 99, but live 3 + stale 2 + removed 10 = 15");
        assertThat(run.err()).contains("opened 99, but live 3").hasLineCount(1);
    }

    @Test
    void statusBelievesAServerThatOwnsUpToAnImbalance() throws Exception {
        ObjectNode page = StatusPages.json(5, 2);
        ((ObjectNode) page.get("balance")).put("balanced", false);
        CommandLineRun run = CommandLineRun.of("status", answering(200, page.toString()), "--json");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("the server says itself that its counts do not balance");
    }

    @Test
    void statusCatchesTheServerThatMiscounts() throws Exception {
        assertThat(CommandLineRun.of("status", serverWithStale(30, Defect.MISCOUNTS))
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void statusLetsNoServerSteerTheTerminal() throws Exception {
        ObjectNode page = StatusPages.json(5, 2);
        ((ObjectNode) page.at("/connections/items/0")).put("reason", "\u001b[2J\nfake line");
        page.put("version", "\u001b]0;x\u0007");
        CommandLineRun run = CommandLineRun.of("status", answering(200, page.toString()));
        assertThat(run.out()).doesNotContain("\u001b").doesNotContain("\nfake").contains("\\x1b[2J\\nfake line");
    }

    @Test
    void cleanupTellsHowManyWereRemoved() throws Exception {
        String url = serverWithStale(2, Defect.NONE);
        assertThat(CommandLineRun.of("cleanup", url))
                .isEqualTo(new CommandLineRun(
                        0,
                        String.format(
                                "Cleaned up 2 stale connections%nNow listed: 1 connection, 0 customers, 0 admins, 0 sessions%n"),
                        ""));
        JsonNode json = Json.mapper()
                .readTree(CommandLineRun.of("cleanup", url, "--json").out());
        assertThat(json.get("schema_version").asInt()).isEqualTo(1);
        assertThat(json.get("stale_connections_cleaned").asInt()).isZero();
        assertThat(CommandLineRun.of("status", url).out()).contains("opened 3 = live 1 + stale 0 + removed 2");
    }

    @Test
    void resetsRateLimits() throws Exception {
        String url = serverWithStale(0, Defect.NONE);
        assertThat(CommandLineRun.of("reset-rate-limits", url))
                .isEqualTo(new CommandLineRun(0, String.format("Rate limits reset%n"), ""));
        JsonNode json = Json.mapper()
                .readTree(CommandLineRun.of("reset-rate-limits", url, "--json").out());
        assertThat(json.get("schema_version").asInt()).isEqualTo(1);
    }

    @Test
    void sayInOneLineThatTheAnswerIsNotTheServers() throws Exception {
        String html = answering(200, "<!doctype html><html></html>");
        for (String command : List.of("status", "cleanup", "reset-rate-limits")) {
            CommandLineRun run = CommandLineRun.of(command, html);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("wsdoc: http://127.0.0.1:")
                    .contains("answers HTML, not wsdoc's JSON; is http://127.0.0.1:")
                    .hasLineCount(1);
        }
        assertThat(CommandLineRun.of("cleanup", answering(500, "{\"error\": \"broken\"}"))
                        .err())
                .contains("answers 500: broken");
        assertThat(CommandLineRun.of("status", answering(403, "{\"error\": \"no\"}"))
                        .err())
                .contains("answers 403: no");
    }

    /** A reference server on which so many customers have died, and one echo connection lives. */
    private String serverWithStale(int stale, Defect defect) throws Exception {
        ReferenceServer server =
                ReferenceServer.start(ServerConfig.defaults().withPort(0).withDefect(defect), NOPLogger.NOP_LOGGER);
        stops.add(server::close);
        String url = "ws://127.0.0.1:" + server.port();
        HttpClient client = HttpClient.newHttpClient();
        WebSocket healthy = connect(client, url + "/ws/echo");
        stops.add(0, healthy::abort);
        for (int i = 0; i < stale; i++) {
            connect(client, url + "/ws/customer/s" + i).abort();
        }
        await().until(() -> server.stats().staleConnections() == stale);
        return url + "/ws/echo";
    }

    private static WebSocket connect(HttpClient client, String url) {
        return client.newWebSocketBuilder()
                .buildAsync(URI.create(url), new WebSocket.Listener() {})
                .join();
    }

    private String answering(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        stops.add(() -> server.stop(0));
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
