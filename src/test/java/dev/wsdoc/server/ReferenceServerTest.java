package dev.wsdoc.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferenceServerTest {
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
    void echoesTextAndBinaryAsTheyAre() throws IOException {
        try (RawClient client = server.open("/ws/echo")) {
            client.text("Zweiundfünfzig \uD83D\uDC31");
            assertThat(client.read().text()).isEqualTo("Zweiundfünfzig \uD83D\uDC31");
            client.send(RawClient.frame(0x80 | RawClient.BINARY, new byte[] {1, 2, (byte) 0xff}));
            RawClient.Frame answer = client.read();
            assertThat(answer.opcode()).isEqualTo(RawClient.BINARY);
            assertThat(answer.payload()).containsExactly(1, 2, 0xff);
        }
    }

    @Test
    void joinsFragmentsWithAPingBetweenThem() throws IOException {
        try (RawClient client = server.open("/ws/echo")) {
            client.send(RawClient.frame(RawClient.TEXT, "one ".getBytes(UTF_8)));
            client.send(RawClient.frame(0x80 | RawClient.PING, "p".getBytes(UTF_8)));
            client.send(RawClient.frame(0, "two ".getBytes(UTF_8)));
            client.send(RawClient.frame(0x80, "three".getBytes(UTF_8)));
            RawClient.Frame pong = client.read();
            assertThat(pong.opcode()).isEqualTo(RawClient.PONG);
            assertThat(pong.text()).isEqualTo("p");
            assertThat(client.read().text()).isEqualTo("one two three");
        }
    }

    @Test
    void passesACustomersMessageToItsSessionAndTheAdmins() throws IOException {
        try (RawClient one = server.open("/ws/customer/s1");
                RawClient two = server.open("/ws/customer/s1");
                RawClient stranger = server.open("/ws/customer/s2");
                RawClient admin = server.open("/ws/admin")) {
            one.text("hello");
            assertThat(one.read().text()).isEqualTo("hello");
            assertThat(two.read().text()).isEqualTo("hello");
            assertThat(admin.read().text()).isEqualTo("hello");
            stranger.text("alone");
            assertThat(stranger.read().text()).as("the first that s2 hears").isEqualTo("alone");
        }
    }

    @Test
    void broadcastsAnAdminsMessageToAllCustomersOnly() throws IOException {
        try (RawClient one = server.open("/ws/customer/s1");
                RawClient two = server.open("/ws/customer/s2");
                RawClient echo = server.open("/ws/echo");
                RawClient admin = server.open("/ws/admin")) {
            admin.text("to all");
            assertThat(one.read().text()).isEqualTo("to all");
            assertThat(two.read().text()).isEqualTo("to all");
            one.text("after");
            assertThat(admin.read().text()).as("an admin does not hear itself").isEqualTo("after");
            echo.text("mine");
            assertThat(echo.read().text()).isEqualTo("mine");
        }
    }

    @Test
    void namesConnectionsByRoleSessionAndNumber() throws IOException {
        try (RawClient customer = server.open("/ws/customer/s1?token=x");
                RawClient admin = server.open("/ws/admin");
                RawClient echo = server.open("/ws/echo")) {
            assertThat(customer.id()).isEqualTo("customer_s1-1");
            assertThat(admin.id()).isEqualTo("admin-2");
            assertThat(echo.id()).isEqualTo("echo-3");
            ServerStats stats = server.stats();
            assertThat(stats.connections().items())
                    .extracting("id")
                    .containsExactly(customer.id(), admin.id(), echo.id());
            assertThat(stats.connections().items()).extracting("session").containsExactly("s1", null, null);
            assertThat(stats.customerConnections()).isOne();
            assertThat(stats.adminConnections()).isOne();
            assertThat(stats.echoConnections()).isOne();
            assertThat(stats.activeSessions()).isOne();
        }
    }

    @Test
    void forgetsACleanlyClosedConnectionAtOnce() throws IOException {
        try (RawClient client = server.open("/ws/echo")) {
            client.closeFrame(1000);
            RawClient.Frame answer = client.read();
            assertThat(answer.opcode()).isEqualTo(RawClient.CLOSE);
            assertThat(answer.closeCode()).isEqualTo(1000);
            client.awaitEnd();
        }
        ServerStats stats = server.stats();
        assertThat(stats.totalConnections()).isZero();
        assertThat(stats.removals()).containsEntry(RemovalPath.CLOSED, 1L);
    }

    @Test
    void closesEveryConnectionWith1001OnShutdown() throws IOException {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(server.open("/ws/customer/s" + i));
        }
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        for (RawClient client : clients) {
            assertThat(client.read().closeCode()).isEqualTo(1001);
            client.closeFrame(1001);
            client.awaitEnd();
            client.close();
        }
        assertThat(closing).succeedsWithin(Duration.ofSeconds(5));
        assertThat(server.stats().removals()).containsEntry(RemovalPath.SHUTDOWN, 20L);
    }

    @Test
    void doesNotWaitLongerThanTheCloseTimeoutForSilentPeers() throws IOException {
        RunningServer other =
                RunningServer.start(config -> config.withTiming(config.timing().withClose(Duration.ofMillis(200))));
        try (RawClient silent = other.open("/ws/echo")) {
            other.closeHealthy();
            silent.awaitEnd();
        }
    }

    @Test
    void givesEveryDescriptorBack() throws Exception {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        server.open("/ws/echo").close();
        server.awaitStats(stats -> stats.staleConnections() == 1);
        long before = system.getOpenFileDescriptorCount();
        for (int i = 0; i < 100; i++) {
            server.open("/ws/echo").reset();
            server.open("/ws/echo").close();
            RawClient polite = server.open("/ws/customer/s");
            polite.closeFrame(1000);
            polite.awaitEnd();
            polite.close();
        }
        server.awaitStats(stats -> stats.balance().live() == 0);
        await().untilAsserted(
                        () -> assertThat(system.getOpenFileDescriptorCount()).isLessThanOrEqualTo(before + 5));
    }

    @Test
    void refusesAPortThatIsTaken() {
        ServerConfig taken = ServerConfig.defaults().withPort(server.port());
        assertThatThrownBy(() -> ReferenceServer.start(taken, org.slf4j.helpers.NOPLogger.NOP_LOGGER))
                .isInstanceOf(BindException.class);
    }

    @Test
    void understandsJavaWebSocketsClient() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        WebSocketClient client = new WebSocketClient(URI.create("ws://127.0.0.1:" + server.port() + "/ws/echo")) {
            @Override
            public void onOpen(ServerHandshake handshake) {
                heard.add("open " + handshake.getHttpStatus());
            }

            @Override
            public void onMessage(String message) {
                heard.add(message);
            }

            @Override
            public void onClose(int code, String reason, boolean remote) {
                heard.add("closed " + code);
            }

            @Override
            public void onError(Exception failure) {
                heard.add(failure.toString());
            }
        };
        client.connectBlocking(5, TimeUnit.SECONDS);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("open 101");
        client.send("hello");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("hello");
        client.closeBlocking();
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("closed 1000");
    }

    @Test
    void understandsTheJdksClient() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/ws/echo"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                        heard.add(data.toString());
                        webSocket.request(1);
                        return CompletableFuture.completedFuture(null);
                    }

                    @Override
                    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
                        heard.add("closed " + code);
                        return CompletableFuture.completedFuture(null);
                    }
                })
                .get(5, TimeUnit.SECONDS);
        socket.sendText("hello", true).get(5, TimeUnit.SECONDS);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("hello");
        socket.sendClose(1000, "bye").get(5, TimeUnit.SECONDS);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("closed 1000");
        server.awaitStats(stats -> stats.totalConnections() == 0);
    }
}
