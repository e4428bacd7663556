package dev.wsdoc.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.model.Category;
import dev.wsdoc.model.ConnectionInfo;
import dev.wsdoc.model.EndsPage;
import dev.wsdoc.model.Json;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** Every way for a connection to end, seen from outside. */
class EndsTest {
    private RunningServer server;

    @AfterEach
    void stop() throws IOException {
        server.closeHealthy();
    }

    @Test
    void listsAResetPeerAsStaleAndSaysWhy() throws IOException {
        server = RunningServer.healthy();
        RawClient client = server.open("/ws/customer/s1");
        client.reset();
        server.awaitStats(stats -> stats.staleConnections() == 1);
        ConnectionInfo info = server.info(client.id());
        assertThat(info.state()).isEqualTo("stale");
        assertThat(info.category()).isEqualTo(Category.RESET);
        assertThat(info.reason()).contains("reset");
        assertThat(info.staleSince()).isBetween(Instant.now().minusSeconds(10), Instant.now());
        assertThat(server.stats().activeSessions()).isOne();
        server.awaitLogLine("DEBUG wsdoc - Connection " + client.id() + " reset by peer: Connection reset");
    }

    @Test
    void listsAPeerThatEndsWithoutACloseFrameAsStale() throws IOException {
        server = RunningServer.healthy();
        RawClient client = server.open("/ws/echo");
        client.close();
        server.awaitStats(stats -> stats.staleConnections() == 1);
        assertThat(server.info(client.id()).category()).isEqualTo(Category.END_OF_STREAM);
        server.awaitLogLine("DEBUG wsdoc - Connection " + client.id() + " already closed: ");
    }

    @Test
    void endsItsSideOfAHalfClosedConnectionAtOnce() throws IOException {
        server = RunningServer.healthy();
        try (RawClient client = server.open("/ws/echo")) {
            client.halfClose();
            client.awaitEnd();
        }
        assertThat(server.stats().staleConnections()).isOne();
    }

    @Test
    void endsAFrozenPeerWhenNoPongComes() throws IOException {
        server = RunningServer.start(
                config -> config.withTiming(config.timing().withPings(Duration.ofMillis(50), Duration.ofMillis(100))));
        try (RawClient client = server.open("/ws/echo")) {
            server.awaitStats(stats -> stats.removals().get(RemovalPath.NO_PONG) == 1);
            client.awaitEnd();
            assertThat(server.stats().totalConnections()).isZero();
            assertThat(server.stats().errors()).containsEntry(Category.NO_PONG, 1L);
            server.awaitLogLine("DEBUG wsdoc - No pong from " + client.id());
        }
    }

    @Test
    void keepsAPeerThatPongs() throws Exception {
        server = RunningServer.start(
                config -> config.withTiming(config.timing().withPings(Duration.ofMillis(200), Duration.ofSeconds(1))));
        try (RawClient client = server.open("/ws/echo")) {
            for (int i = 0; i < 7; i++) { // for longer than the pong may take
                RawClient.Frame ping = client.readAny();
                assertThat(ping.opcode()).isEqualTo(RawClient.PING);
                client.send(RawClient.frame(0x80 | RawClient.PONG, ping.payload()));
            }
            await().until(() -> server.info(client.id()).lastPong() != null);
            assertThat(server.stats().balance().live()).isOne();
        }
    }

    @Test
    void skipsStaleConnectionsInABroadcastAndLeavesThemListed() throws IOException {
        server = RunningServer.healthy();
        try (RawClient healthy = server.open("/ws/customer/s1");
                RawClient admin = server.open("/ws/admin")) {
            RawClient victim = server.open("/ws/customer/s1");
            victim.reset();
            server.awaitStats(stats -> stats.staleConnections() == 1);
            admin.text("news");
            assertThat(healthy.read().text()).isEqualTo("news");
            assertThat(server.stats().staleConnections()).isOne();
            assertThat(server.stats().errors()).containsEntry(Category.INVALID_STATE, 1L);
            assertThat(server.stats().retries().attempted()).isZero();
            server.awaitLogLine("DEBUG wsdoc - WebSocket invalid state for " + victim.id() + ": ");
        }
    }

    @Test
    void cleansUpOnDemandWithTheExactAnswer() throws Exception {
        server = RunningServer.healthy();
        RawClient healthy = server.open("/ws/customer/s1");
        RawClient admin = server.open("/ws/admin");
        for (int i = 0; i < 3; i++) {
            server.open("/ws/customer/dead" + i).reset();
        }
        server.awaitStats(stats -> stats.staleConnections() == 3);
        HttpResponse<String> response = server.post("/api/debug/cleanup-websockets");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = Json.mapper().readTree(response.body());
        assertThat(answer.get("message").asText()).isEqualTo("WebSocket cleanup completed");
        assertThat(answer.get("stale_connections_cleaned").asInt()).isEqualTo(3);
        assertThat(answer.get("current_stats").toString())
                .isEqualTo("{\"total_connections\":2,\"customer_connections\":1,\"admin_connections\":1,"
                        + "\"active_sessions\":1}");
        assertThat(answer.get("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z");
        assertThat(server.stats().removals()).containsEntry(RemovalPath.CLEANED, 3L);
        assertThat(server.stats().staleConnections()).isZero();
        server.awaitLogLine("INFO wsdoc - Cleaned up 3 stale connections");
        assertThat(server.cleanup().get("stale_connections_cleaned").asInt()).isZero();
        healthy.close();
        admin.close();
    }

    @Test
    void sweepsInTheBackground() throws IOException {
        server = RunningServer.start(
                config -> config.withTiming(config.timing().withSweepInterval(Duration.ofMillis(50))));
        server.open("/ws/echo").reset();
        ServerStats stats = server.awaitStats(now -> now.removals().get(RemovalPath.SWEPT) == 1);
        assertThat(stats.totalConnections()).isZero();
        assertThat(stats.sweeps().staleRemoved()).isOne();
        server.awaitLogLine("INFO wsdoc - Cleaned up 1 stale connection");
    }

    @Test
    void closesInactiveConnectionsThoughTheyPong() throws IOException {
        server = RunningServer.start(config -> config.withTiming(config.timing()
                .withSweepInterval(Duration.ofMillis(20))
                .withInactiveTimeout(Duration.ofMillis(300))
                .withPings(Duration.ofMillis(50), Duration.ofSeconds(5))));
        try (RawClient client = server.open("/ws/echo")) {
            RawClient.Frame frame = client.readAny();
            while (frame.opcode() == RawClient.PING) {
                client.send(RawClient.frame(0x80 | RawClient.PONG, frame.payload()));
                frame = client.readAny();
            }
            assertThat(frame.closeCode()).isEqualTo(1001);
        }
        assertThat(server.stats().removals()).containsEntry(RemovalPath.INACTIVE, 1L);
    }

    @Test
    void writesEveryEndIntoTheJournal() throws Exception {
        server = RunningServer.healthy();
        RawClient reset = server.open("/ws/echo");
        reset.reset();
        server.awaitStats(stats -> stats.staleConnections() == 1);
        RawClient polite = server.open("/ws/echo");
        polite.closeFrame(1000);
        polite.awaitEnd();
        polite.close();
        server.cleanup();
        EndsPage page = ends("?after=0");
        assertThat(page.gap()).isFalse();
        assertThat(page.ends())
                .extracting(EndsPage.End::id, EndsPage.End::category, EndsPage.End::path)
                .containsExactly(
                        tuple(reset.id(), Category.RESET, null),
                        tuple(polite.id(), Category.CLOSED, RemovalPath.CLOSED),
                        tuple(reset.id(), Category.RESET, RemovalPath.CLEANED));
        assertThat(page.last()).isEqualTo(3);
        assertThat(ends("?after=2").ends()).hasSize(1);
        assertThat(ends("?after=1&limit=1").last()).isEqualTo(2);
        assertThat(ends("?after=3").ends()).isEmpty();
    }

    private EndsPage ends(String query) throws Exception {
        return Json.mapper()
                .readValue(server.get("/api/debug/websocket-ends" + query).body(), EndsPage.class);
    }

    @Test
    void raisesTheLevelOfExpectedEndsOnRequest() throws IOException {
        server = RunningServer.start(
                config -> config.withBehaviour(config.behaviour().withDisconnectLevel(Level.INFO)));
        server.open("/ws/echo").reset();
        server.awaitLogLine("INFO wsdoc - Connection echo-1 reset by peer");
    }

    @Test
    void losesNoConnectionFromItsBooksWhenWritesMeetResets() throws IOException {
        server = RunningServer.healthy();
        try (RawClient admin = server.open("/ws/admin")) {
            for (int i = 0; i < 200; i++) {
                RawClient victim = server.open("/ws/customer/s");
                admin.text("x");
                victim.reset();
            }
            ServerStats stats = server.awaitStats(now -> now.balance().live() == 1);
            assertThat(stats.balance().balanced()).isTrue();
            assertThat(stats.staleConnections() + stats.removals().get(RemovalPath.SEND_FAILED))
                    .isEqualTo(200);
        }
    }

    @Test
    void doesNotLetACloseReasonForgeLinesOfTheLog() throws IOException {
        server = RunningServer.healthy();
        try (RawClient client = server.open("/ws/echo")) {
            byte[] reason = "??bye\n2026-11-22 FATAL other - forged\u0085".getBytes(UTF_8);
            reason[0] = 0x03;
            reason[1] = (byte) 0xe8;
            client.send(RawClient.frame(0x80 | RawClient.CLOSE, reason));
            client.awaitEnd();
        }
        server.awaitLogLine("Connection echo-1 closed: by the peer with 1000 bye?2026-11-22");
        assertThat(server.logLines()).allMatch(line -> line.contains(" wsdoc - "));
    }

    @Test
    void logsOneLineForEachEventWithItsId() throws IOException {
        server = RunningServer.healthy();
        server.open("/ws/echo").reset();
        server.awaitStats(stats -> stats.staleConnections() == 1);
        List<String> lines = server.logLines();
        assertThat(lines)
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} [A-Z]+ wsdoc - .*"));
        assertThat(lines.stream().filter(line -> line.contains("echo-1"))).hasSize(2);
    }
}
