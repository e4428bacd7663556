package dev.wsdoc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.model.Json;
import dev.wsdoc.model.ServerStats;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEndpointsTest {
    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.healthy();
    }

    @AfterEach
    void stop() throws IOException {
        server.closeHealthy();
    }

    @Test
    void answersHealthIndexAndMetrics() throws Exception {
        assertThat(server.get("/healthz").body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(server.get("/").body()).contains("/ws/echo");
        server.open("/ws/echo").close();
        server.awaitStats(stats -> stats.staleConnections() == 1);
        assertThat(server.get("/metrics").body())
                .contains("wsdoc_connections{state=\"stale\"} 1.0")
                .contains("wsdoc_opened_total 1.0")
                .contains("wsdoc_failures_total{category=\"end_of_stream\"} 1.0")
                .contains("wsdoc_counts_balanced 1.0");
    }

    @Test
    void saysTheSameOnTheStatusPageAsInProcess() throws Exception {
        server.open("/ws/customer/s1").reset();
        ServerStats inProcess = server.awaitStats(stats -> stats.staleConnections() == 1);
        HttpResponse<String> response = server.get("/api/debug/websocket-status");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        ServerStats page = Json.mapper().readValue(response.body(), ServerStats.class);
        assertThat(page)
                .usingRecursiveComparison()
                .ignoringFields("timestamp", "uptimeMs", "connections.items")
                .isEqualTo(inProcess);
        assertThat(page.connections().items()).hasSize(1);
    }

    @Test
    void pagesTheConnections() throws Exception {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(server.open("/ws/echo"));
        }
        clients.get(4).reset();
        server.awaitStats(stats -> stats.staleConnections() == 1);
        assertThat(ids("?offset=1&limit=2")).containsExactly("echo-2", "echo-3");
        assertThat(ids("?stale=true")).containsExactly("echo-5");
        assertThat(ids("?limit=0")).isEmpty();
        assertThat(ids("?offset=9")).isEmpty();
        for (RawClient client : clients) {
            client.close();
        }
    }

    private List<String> ids(String query) throws Exception {
        JsonNode page = Json.mapper()
                .readTree(server.get("/api/debug/websocket-status" + query).body())
                .get("connections");
        return page.get("items").findValuesAsText("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/debug/websocket-status?offset=-1",
                "/api/debug/websocket-status?limit=10001",
                "/api/debug/websocket-status?limit=many",
                "/api/debug/websocket-status?stale=perhaps",
                "/api/debug/websocket-ends?after=x",
                "/api/debug/websocket-ends?limit=0",
            })
    void answersABadParameterWithOneLine(String path) throws Exception {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.mapper().readTree(response.body()).get("error").asText())
                .doesNotContain("\n")
                .isNotBlank();
    }

    /** What a parser of the JDK has to say is for a log at the most. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://[bad/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/debug/websocket-status?limit=many HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/debug/websocket-ends?after=99999999999999999999 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n",
                "GET /healthz HTTX/1\r\n\r\n",
                "GET /healthz HTTP/1.1\r\nno colon\r\n\r\n",
                "\u0016\u0003\u0001",
            })
    void namesNoExceptionInThe400(String request) throws Exception {
        try (RawClient client = RawClient.connect(server.port())) {
            client.send(request);
            String head = client.readHead();
            assertThat(head).startsWith("HTTP/1.1 400 ");
            int length = Integer.parseInt(RawClient.header(head, "Content-Length"));
            assertThat(client.readBytes(length))
                    .doesNotContain("Exception", "java", "at index", "Malformed", "Expected", "For input", "Illegal")
                    .hasSizeGreaterThan(20);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 | X-Host: x | 400",
                "HTTP/1.2 | X-Host: x | 400",
                "HTTP/1.1 | Host: x~Host: x | 400",
                "HTTP/1.0 | X-Host: x | 200",
                "HTTP/1.1 | Host: | 200",
            })
    void wantsOneHostOfAnHttp11Request(String version, String header, int status) throws Exception {
        try (RawClient client = RawClient.connect(server.port())) {
            client.send("GET /healthz " + version + "\r\n" + header.replace("~", "\r\n") + "\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void wantsAHostOfTheNextRequestToo() throws Exception {
        try (RawClient client = RawClient.connect(server.port())) {
            client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            client.readBytes(15);
            assertThat(client.readHead()).startsWith("HTTP/1.1 400 ");
            client.awaitEnd();
        }
    }

    @Test
    void takesUtf8InAHeader() throws Exception {
        try (RawClient client = RawClient.connect(server.port())) {
            client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Name: \u00c3\u0080\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void refusesTheWrongMethod() throws Exception {
        HttpResponse<String> get = server.get("/api/debug/cleanup-websockets");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).hasValue("POST");
        assertThat(server.post("/api/debug/websocket-status").statusCode()).isEqualTo(405);
        assertThat(server.send(server.request("/healthz").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersAnUnknownPathInJson() throws Exception {
        HttpResponse<String> response = server.get("/api/nothing");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).startsWith("{\"error\":");
        assertThat(server.get("/ws/echo").statusCode()).as("a plain GET").isEqualTo(426);
    }

    @Test
    void servesManyRequestsOnOneConnection() throws Exception {
        try (RawClient client = RawClient.connect(server.port())) {
            for (int i = 0; i < 50; i++) {
                client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
                assertThat(client.readBytes(15)).isEqualTo("{\"status\":\"ok\"}");
            }
        }
    }

    @Test
    void answersAClientThatHasEndedItsSide() throws Exception {
        try (RawClient client = RawClient.connect(server.port())) {
            client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            client.halfClose();
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            client.awaitEnd();
        }
    }

    @Test
    void sendsAPageLargerThanAnyBuffer() throws Exception {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            clients.add(server.open("/ws/customer/" + "s".repeat(60) + i));
        }
        String body = server.get("/api/debug/websocket-status?limit=1000").body();
        assertThat(body.length()).isGreaterThan(100_000);
        assertThat(Json.mapper()
                        .readValue(body, ServerStats.class)
                        .connections()
                        .items())
                .hasSize(300);
        for (RawClient client : clients) {
            client.close();
        }
    }

    @Test
    void answers503WhenTooManyHttpConnectionsAreOpen() throws Exception {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 512; i++) {
            RawClient client = RawClient.connect(server.port());
            client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            clients.add(client);
        }
        try (RawClient oneMore = RawClient.connect(server.port())) {
            oneMore.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(oneMore.readHead()).startsWith("HTTP/1.1 503 ");
        }
        server.open("/ws/echo").close();
        for (RawClient client : clients) {
            client.close();
        }
        await().untilAsserted(
                        () -> assertThat(server.get("/healthz").statusCode()).isEqualTo(200));
    }

    /** Slow callers hold no thread and no place that others need. */
    @Test
    void twoHundredSlowPostsShutNobodyOut() throws Exception {
        List<RawClient> slow = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            RawClient client = RawClient.connect(server.port());
            client.send(
                    "POST /api/debug/reset-rate-limits HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf");
            slow.add(client);
        }

        assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
        for (RawClient client : slow) {
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 "); // the endpoint wants no body
            client.close();
        }
    }

    @Test
    void aSmallBodyIsDroppedAndTheNextRequestAnswered() throws Exception {
        try (RawClient client = RawClient.connect(server.port())) {
            client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nabc");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            assertThat(client.readBytes(15)).isEqualTo("{\"status\":\"ok\"}");
            client.send("defGET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            assertThat(client.readBytes(15)).isEqualTo("{\"status\":\"ok\"}");
            assertThat(client.readHead()).startsWith("HTTP/1.1 404 ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /healthz HTTP/1.1 | Content-Length: 4097 | 413",
                "GET /healthz HTTP/1.1 | Content-Length: many | 400",
                "GET /healthz HTTP/1.1 | Content-Length: -1 | 400",
                "GET /healthz HTTP/1.1 | Transfer-Encoding: chunked | 200",
                "GET /healthz HTTP/1.1 | Connection: close | 200",
                "GET /healthz HTTP/1.0 | Accept: */* | 200",
                "GET http://[bad/healthz HTTP/1.1 | Connection: close | 400",
            })
    void answersAndEndsTheConnection(String line, String header, int status) throws Exception {
        try (RawClient client = RawClient.connect(server.port())) {
            client.send(line + "\r\nHost: x\r\n" + header + "\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 " + status + " ").contains("Connection: close");
            client.awaitEnd();
        }
    }

    @Test
    void aHeadTellsTheLengthOfWhatItLeavesOut() throws Exception {
        try (RawClient client = RawClient.connect(server.port())) {
            client.send("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ").contains("Content-Length: 15", "Date: ");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void rubbishAfterARequestIsRefused() throws Exception {
        try (RawClient client = RawClient.connect(server.port())) {
            client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n\u0016\u0003\u0001");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
            client.readBytes(15);
            assertThat(client.readHead()).startsWith("HTTP/1.1 400 ");
            client.awaitEnd();
        }
    }
}
