package dev.wsdoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser on the server's own machine can be made to ask for by a page from elsewhere. */
class DebugAccessTest {
    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.start(config -> config.withAccess(config.access().withHosts(Set.of("shop.example"))));
    }

    @AfterEach
    void stop() throws IOException {
        server.closeHealthy();
    }

    /** The head of the answer. */
    private String ask(String line, String host, String... headers) throws IOException {
        try (RawClient client = RawClient.connect(server.port())) {
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            client.send(line + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n");
            return client.readHead();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/debug/cleanup-websockets",
                "POST /api/debug/reset-rate-limits",
                "GET /api/debug/websocket-status",
                "GET /api/debug/websocket-ends",
                "GET /metrics"
            })
    void refusesPagesOfOtherSitesAndNamesThatMayHaveBeenLedHere(String line) throws IOException {
        String own = "127.0.0.1:" + server.port();
        assertThat(ask(line, own)).startsWith("HTTP/1.1 200 ");
        assertThat(ask(line, own, "Origin: http://evil.example")).startsWith("HTTP/1.1 403 ");
        assertThat(ask(line, own, "Origin: null")).startsWith("HTTP/1.1 403 ");
        assertThat(ask(line, "evil.example:" + server.port())).startsWith("HTTP/1.1 403 ");
        assertThat(ask(line, "evil.example", "Origin: http://evil.example")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void aRefusedPostDoesNothing() throws IOException {
        RawClient victim = server.open("/ws/echo");
        victim.reset();
        server.awaitStats(stats -> stats.staleConnections() == 1);
        String cleanup = "POST /api/debug/cleanup-websockets";

        assertThat(ask(cleanup, "localhost", "Origin: http://evil.example")).startsWith("HTTP/1.1 403 ");
        assertThat(server.stats().staleConnections()).isOne();
        assertThat(ask(cleanup, "localhost")).startsWith("HTTP/1.1 200 ");
        assertThat(server.stats().staleConnections()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8000, http://localhost:3000",
        "127.0.0.1:8000, http://127.0.0.1:8000",
        "[::1]:8000, http://[::1]:8000",
        "192.0.2.7:8000, http://192.0.2.7:8000",
        "shop.example, https://shop.example",
    })
    void answersPagesOfThisServerAndOfThisMachine(String host, String origin) throws IOException {
        String answer = ask("POST /api/debug/reset-rate-limits", host, "Origin: " + origin);
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(answer).as("no page elsewhere is to read it").doesNotContainIgnoringCase("Access-Control");
    }

    @Test
    void allowsNoOtherSiteAnythingBeforehand() throws IOException {
        String answer = ask(
                "OPTIONS /api/debug/cleanup-websockets",
                "localhost",
                "Origin: http://evil.example",
                "Access-Control-Request-Method: POST");
        assertThat(answer).startsWith("HTTP/1.1 405 ").doesNotContainIgnoringCase("Access-Control");
    }

    @Test
    void answersHealthByWhateverName() throws IOException {
        assertThat(ask("GET /healthz", "evil.example", "Origin: http://evil.example"))
                .startsWith("HTTP/1.1 200 ");
    }
}
