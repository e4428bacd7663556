package dev.wsdoc.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wsdoc.model.Category;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.EndsPage;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.model.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a small HTTP server that answers what each test wants. */
class DebugEndpointTest {
    private static final String CLEANUP = """
            {"message": "WebSocket cleanup completed", "stale_connections_cleaned": 3,
             "current_stats": {"total_connections": 5, "customer_connections": 4, "admin_connections": 1,
              "active_sessions": 2},
             "timestamp": "2025-01-15T10:30:00.000Z", "extra": {"of": "a later version"}}""";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Target target;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        target = Target.parse("ws://127.0.0.1:" + server.getAddress().getPort() + "/ws/echo?x=1");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void readsAStatusPage() {
        answer(200, StatusPages.json(5, 2).toString());
        Answer<ServerStats> answer = endpoint(null).status(20, 10);
        ServerStats stats = given(answer).value();
        assertThat(stats.totalConnections()).isEqualTo(5);
        assertThat(stats.staleConnections()).isEqualTo(2);
        assertThat(stats.removals()).containsEntry(RemovalPath.CLEANED, 7L);
        assertThat(stats.errors()).containsEntry(Category.RESET, 9L);
        assertThat(requests).containsExactly("GET /api/debug/websocket-status?offset=20&limit=10");
    }

    @Test
    void asksForStaleConnectionsOnly() {
        answer(200, StatusPages.json(5, 2).toString());
        given(endpoint(null).stale(0, 10));
        assertThat(requests).containsExactly("GET /api/debug/websocket-status?offset=0&limit=10&stale=true");
    }

    @Test
    void readsTheEndsJournal() {
        answer(200, """
                {"last": 8, "gap": false, "ends": [
                  {"seq": 7, "id": "customer_s1-3", "at": "2026-11-22T20:31:38.123Z", "category": "RESET", "path": null},
                  {"seq": 8, "id": "customer_s1-3", "at": "2026-11-22T20:31:39Z", "category": "RESET", "path": "swept"}]}""");
        EndsPage page = given(endpoint(null).ends(6, 100)).value();
        assertThat(page.last()).isEqualTo(8);
        assertThat(page.ends()).extracting(EndsPage.End::path).containsExactly(null, RemovalPath.SWEPT);
        assertThat(requests).containsExactly("GET /api/debug/websocket-ends?after=6&limit=100");
    }

    @Test
    void cleansUpAndKeepsTheAnswerAsTheServerSentIt() {
        answer(200, CLEANUP);
        Answer.Given<CleanupAnswer> given = given(endpoint(null).cleanup());
        assertThat(given.value().staleConnectionsCleaned()).isEqualTo(3);
        assertThat(given.value().currentStats().activeSessions()).isEqualTo(2);
        assertThat(given.json().at("/extra/of").asText()).isEqualTo("a later version");
        assertThat(requests).containsExactly("POST /api/debug/cleanup-websockets");
    }

    @Test
    void resetsRateLimits() {
        answer(200, "{\"message\": \"Rate limits reset\"}");
        JsonNode json = given(endpoint(null).resetRateLimits()).value();
        assertThat(json.get("message").asText()).isEqualTo("Rate limits reset");
        assertThat(requests).containsExactly("POST /api/debug/reset-rate-limits");
    }

    @Test
    void sendsTheTokenAsABearer() {
        server.createContext("/", exchange -> {
            boolean known = "Bearer s3cret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            respond(
                    exchange,
                    known ? 200 : 401,
                    known ? CLEANUP : "{\"error\": \"the bearer token is missing or wrong\"}");
        });
        assertThat(given(endpoint("s3cret").cleanup()).value().staleConnectionsCleaned())
                .isEqualTo(3);
        assertThat(missing(endpoint("guess").cleanup())).endsWith("answers 401 (the --token is not accepted)");
        assertThat(missing(endpoint(null).status(0, 1)))
                .endsWith("answers 401: the bearer token is missing or wrong (needs --token)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {\"error\": \"not from there\"}  | answers 403: not from there",
                "404 | <html>no</html>                  | answers 404: there are no such debug endpoints; is %s the right server?",
                "500 | {\"error\": \"cleanup failed\"}  | answers 500: cleanup failed",
                "500 | <!DOCTYPE html><html>oops</html> | answers 500 with HTML",
                "502 | Bad gateway                      | answers 502 with text",
                "200 | <!doctype html><html></html>     | answers HTML, not wsdoc's JSON; is %s the right server?",
                "200 | OK                               | answers text, not wsdoc's JSON; is %s the right server?",
                "200 | ''                               | answers nothing, not wsdoc's JSON; is %s the right server?",
                "200 | [1, 2]                           | answers JSON of another shape than wsdoc's: not an object",
                "200 | {\"total_connections\": 5}       | answers JSON of another shape than wsdoc's: Missing creator property 'schema_version'",
            })
    void saysInOneLineWhatCameInstead(int status, String body, String reason) {
        answer(status, body);
        assertThat(missing(endpoint(null).status(0, 1)))
                .isEqualTo(target.http("/api/debug/websocket-status") + " " + reason.formatted(target.http("/")));
    }

    @Test
    void namesTheTargetOfARedirectAndDoesNotFollowIt() {
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().add("Location", "https://elsewhere.example/");
            respond(exchange, 302, "");
        });
        assertThat(missing(endpoint(null).status(0, 1)))
                .contains("answers 302, a redirect to https://elsewhere.example/");
        assertThat(requests).hasSize(1);
    }

    @Test
    void refusesAStatusPageWithNullCounts() {
        ObjectNode json = StatusPages.json(5, 2);
        json.putNull("stale_connections");
        answer(200, json.toString());
        assertThat(missing(endpoint(null).status(0, 1))).contains("answers JSON of another shape than wsdoc's: ");
    }

    @Test
    void saysThatNobodyListens() {
        server.stop(0);
        assertThat(missing(endpoint(null).status(0, 1))).endsWith(" cannot be reached: Connection refused");
    }

    @Test
    void saysThatThereIsNoSuchHost() {
        assertThat(missing(new DebugEndpoint(Target.parse("ws://no-such-host.invalid:8000"), null).status(0, 1)))
                .endsWith("cannot be asked: there is no host 'no-such-host.invalid'");
    }

    @Test
    void givesUpAtTheDeadlineOnASilentServer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            DebugEndpoint endpoint = new DebugEndpoint(
                    Target.parse("ws://127.0.0.1:" + silent.getLocalPort()), null, Duration.ofMillis(200));
            assertThat(missing(endpoint.status(0, 1))).endsWith("does not answer within 200 ms");
        }
    }

    @Test
    @Timeout(30) // the answer never ends
    void givesUpAtTheDeadlineOnAServerThatDripsItsAnswer() throws IOException {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (exchange) {
                while (!Thread.currentThread().isInterrupted()) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    Thread.onSpinWait();
                }
            }
        });
        assertThat(missing(new DebugEndpoint(target, null, Duration.ofMillis(300)).status(0, 1)))
                .endsWith("does not answer within 300 ms");
    }

    @Test
    void saysThatAPortDoesNotSpeakHttp() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> greet(other));
            DebugEndpoint endpoint = new DebugEndpoint(
                    Target.parse("ws://127.0.0.1:" + other.getLocalPort()), null, Duration.ofSeconds(2));
            assertThat(missing(endpoint.status(0, 1))).contains(" cannot be asked: ");
        }
    }

    private static void greet(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // the client has what the test needs
        }
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            respond(exchange, status, body);
        });
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private DebugEndpoint endpoint(@Nullable String token) {
        return new DebugEndpoint(target, token);
    }

    private static <T> Answer.Given<T> given(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return (Answer.Given<T>) answer;
    }

    private static <T> String missing(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Missing.class);
        return ((Answer.Missing<T>) answer).reason();
    }
}
