package dev.wsdoc.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wsdoc.model.Category;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.server.setting.PerAddress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every limit, tried from outside; whatever the client does, a bystander is served on and no ERROR is logged. */
class LimitsTest {
    private RunningServer server;

    @AfterEach
    void serveOnAndStop() throws IOException {
        server.closeHealthy();
    }

    private static void assertEchoes(RawClient client) throws IOException {
        client.text("still there?");
        assertThat(client.read().text()).isEqualTo("still there?");
    }

    @Test
    void refusesUnmaskedFramesWith1002() throws IOException {
        server = RunningServer.healthy();
        try (RawClient bystander = server.open("/ws/echo");
                RawClient client = server.open("/ws/echo")) {
            client.sendHex("81 02 68 69");
            assertThat(client.read().closeCode()).isEqualTo(1002);
            client.awaitEnd();
            server.awaitStats(stats -> stats.staleConnections() == 1);
            assertThat(server.info(client.id()).category()).isEqualTo(Category.PROTOCOL);
            assertEchoes(bystander);
        }
    }

    @Test
    void refusesAClaimOf200MegabytesWithoutAllocatingThem() throws IOException {
        server = RunningServer.healthy();
        try (RawClient bystander = server.open("/ws/echo");
                RawClient client = server.open("/ws/echo")) {
            com.sun.management.ThreadMXBean threads =
                    (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = allocatedByLoop(threads);
            client.sendHex("82 ff 00 00 00 00 0b eb c2 00 11 22 33 44");
            assertThat(client.read().closeCode()).isEqualTo(1009);
            assertThat(allocatedByLoop(threads) - before).isLessThan(1 << 20);
            server.awaitStats(stats -> stats.errors().containsKey(Category.OVERSIZED));
            assertEchoes(bystander);
        }
    }

    private static long allocatedByLoop(com.sun.management.ThreadMXBean threads) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("wsdoc-server"))
                .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getId()))
                .max()
                .orElseThrow();
    }

    @Test
    void measuresAMessageByTheSumOfItsFragments() throws IOException {
        server = RunningServer.start(config -> config.withLimits(config.limits().withMaxMessageBytes(1_000)));
        try (RawClient client = server.open("/ws/echo")) {
            client.send(RawClient.frame(RawClient.BINARY, new byte[600]));
            client.send(RawClient.frame(0, new byte[600]));
            assertThat(client.read().closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void takesAMessageOfExactlyTheLimit() throws IOException {
        server = RunningServer.healthy();
        try (RawClient client = server.open("/ws/echo")) {
            client.send(RawClient.frame(0x80 | RawClient.BINARY, new byte[1 << 20]));
            assertThat(client.read().payload()).hasSize(1 << 20);
        }
    }

    @Test
    void endsAFloodOfEmptyFragments() throws IOException {
        server = RunningServer.start(config -> config.withLimits(config.limits().withMaxMessageBytes(1_000)));
        try (RawClient client = server.open("/ws/echo")) {
            client.send(RawClient.frame(RawClient.BINARY, new byte[0]));
            for (int i = 0; i < 1_024; i++) {
                client.send(RawClient.frame(0, new byte[0]));
            }
            assertThat(client.read().closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void refusesTextThatIsNotUtf8With1007() throws IOException {
        server = RunningServer.healthy();
        for (byte[] text :
                new byte[][] {{(byte) 0xc3}, {'a', (byte) 0xff, 'b'}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            try (RawClient client = server.open("/ws/echo")) {
                client.send(RawClient.frame(0x80 | RawClient.TEXT, text));
                assertThat(client.read().closeCode()).isEqualTo(1007);
            }
        }
    }

    @Test
    void refusesReservedBitsAndOpcodesWith1002() throws IOException {
        server = RunningServer.healthy();
        for (int first : new int[] {0xc1, 0xa1, 0x91, 0x83, 0x8b, 0x09, 0x80}) {
            try (RawClient client = server.open("/ws/echo")) {
                client.send(RawClient.frame(first, new byte[] {'x'}));
                assertThat(client.read().closeCode()).as("first byte %x", first).isEqualTo(1002);
                client.awaitEnd();
            }
        }
    }

    @Test
    void takesAFrameByTheByte() throws IOException {
        server = RunningServer.healthy();
        try (RawClient client = server.open("/ws/echo")) {
            for (byte part :
                    RawClient.frame(0x80 | RawClient.TEXT, "a".repeat(200).getBytes(UTF_8))) {
                client.send(new byte[] {part});
            }
            assertThat(client.read().text()).isEqualTo("a".repeat(200));
        }
    }

    @Test
    void refusesConnectionsOverTheLimit() throws IOException {
        server = RunningServer.start(config -> config.withLimits(config.limits().withMaxConnections(2)));
        RawClient one = server.open("/ws/echo");
        RawClient two = server.open("/ws/echo");
        try (RawClient third = RawClient.connect(server.port())) {
            assertThat(third.upgrade("/ws/echo")).startsWith("HTTP/1.1 503 ");
        }
        assertThat(server.stats().refusals().connectionLimit()).isOne();
        one.reset();
        server.awaitStats(stats -> stats.staleConnections() == 1);
        server.open("/ws/echo").close();
        two.close();
    }

    @Test
    void refusesConnectionsOfOneAddressOverAnExplicitLimit() throws IOException {
        server = RunningServer.start(
                config -> config.withLimits(config.limits().withConnectionsPerAddress(PerAddress.everyone(1))));
        try (RawClient one = server.open("/ws/echo");
                RawClient two = RawClient.connect(server.port())) {
            assertThat(two.upgrade("/ws/echo")).startsWith("HTTP/1.1 503 ");
            assertThat(server.stats().refusals().addressLimit()).isOne();
            assertEchoes(one);
        }
    }

    @Test
    void exemptsLoopbackFromLimitsThatWereNotAskedFor() throws IOException {
        server = RunningServer.start(
                config -> config.withLimits(config.limits().withConnectionsPerAddress(PerAddress.notLoopback(1)))
                        .withRates(config.rates().withConnectsPerSecond(PerAddress.notLoopback(1))));
        for (int i = 0; i < 10; i++) {
            server.open("/ws/echo").close();
        }
    }

    @Test
    void answers429OverTheConnectRateUntilItIsReset() throws Exception {
        server = RunningServer.start(
                config -> config.withRates(config.rates().withConnectsPerSecond(PerAddress.everyone(1))));
        server.open("/ws/echo").close();
        server.open("/ws/echo").close();
        try (RawClient third = RawClient.connect(server.port())) {
            assertThat(third.upgrade("/ws/echo")).startsWith("HTTP/1.1 429 ").contains("Retry-After: 1");
        }
        assertThat(server.stats().refusals().connectRate()).isOne();
        assertThat(server.post("/api/debug/reset-rate-limits").statusCode()).isEqualTo(200);
        assertThat(server.stats().refusals().connectRate()).isZero();
        server.open("/ws/echo").close();
    }

    @Test
    void closesAConnectionOverTheMessageRateWith1013() throws IOException {
        server = RunningServer.start(config -> config.withRates(config.rates().withMessagesPerSecond(5)));
        try (RawClient client = server.open("/ws/echo")) {
            for (int i = 0; i < 11; i++) {
                client.text("m" + i);
            }
            for (int i = 0; i < 10; i++) {
                assertThat(client.read().text()).isEqualTo("m" + i);
            }
            assertThat(client.read().closeCode()).isEqualTo(1013);
            assertThat(server.stats().refusals().messageRate()).isOne();
            assertThat(server.stats().removals()).containsEntry(RemovalPath.CLOSED, 1L);
        }
    }

    @Test
    void givesUpOnASlowReaderAfterTheGuardedRetries() throws IOException {
        server = RunningServer.start(config -> config.withLimits(config.limits().withMaxQueuedBytes(64 << 10)));
        try (RawClient bystander = server.open("/ws/customer/b");
                RawClient admin = server.open("/ws/admin");
                RawClient slow = RawClient.connectNarrow(server.port()).handshake("/ws/customer/slow")) {
            String big = "x".repeat(50_000);
            boolean gone = false;
            for (int i = 0; i < 400 && !gone; i++) {
                admin.text(big);
                assertThat(bystander.read().text()).hasSize(50_000);
                gone = server.stats().errors().containsKey(Category.SLOW_CONSUMER);
            }
            ServerStats stats = server.awaitStats(now -> now.errors().containsKey(Category.SLOW_CONSUMER));
            assertThat(server.info(slow.id()).category()).isEqualTo(Category.SLOW_CONSUMER);
            assertThat(stats.retries().exhausted()).isOne();
            assertThat(stats.retries().onDead()).isZero();
            server.awaitLogLine("WARN wsdoc - Slow consumer " + slow.id());
            admin.text("after");
            assertThat(bystander.read().text()).isEqualTo("after");
        }
    }

    @Test
    void boundsTheUnfinishedFramesOfAllTogether() throws IOException {
        server = RunningServer.start(config -> config.withLimits(config.limits().withMaxBufferedBytes(256 << 10)));
        byte[] message = RawClient.frame(0x80 | RawClient.BINARY, new byte[200_000]);
        try (RawClient bystander = server.open("/ws/echo");
                RawClient first = server.open("/ws/echo");
                RawClient second = server.open("/ws/echo")) {
            first.send(Arrays.copyOf(message, 150_000));
            await().until(() -> server.info(first.id()).bytesIn() > 150_000);
            second.send(Arrays.copyOf(message, 150_000));
            assertThat(second.read().closeCode()).isEqualTo(1013);
            server.awaitStats(stats -> stats.errors().containsKey(Category.RESOURCES));
            assertThat(server.info(second.id()).category()).isEqualTo(Category.RESOURCES);
            assertEchoes(bystander);
            first.send(Arrays.copyOfRange(message, 150_000, message.length));
            assertThat(first.read().payload()).hasSize(200_000);
        }
    }

    @Test
    void boundsTheFragmentsOfAllTogetherAndForgetsThoseOfTheDead() throws IOException {
        server = RunningServer.start(config -> config.withLimits(config.limits().withMaxBufferedBytes(256 << 10)));
        try (RawClient bystander = server.open("/ws/echo")) {
            for (int i = 0; i < 3; i++) {
                RawClient dying = server.open("/ws/echo");
                dying.send(RawClient.frame(RawClient.BINARY, new byte[150_000]));
                await().until(() -> server.info(dying.id()).bytesIn() > 150_000);
                dying.reset();
                int dead = i + 1;
                server.awaitStats(stats -> stats.staleConnections() == dead);
            }
            RawClient greedy = server.open("/ws/echo");
            greedy.send(RawClient.frame(RawClient.BINARY, new byte[150_000]));
            greedy.send(RawClient.frame(0, new byte[150_000]));
            assertThat(greedy.read().closeCode()).isEqualTo(1013);
            greedy.close();
            assertEchoes(bystander);
        }
    }

    @Test
    void holdsNoMoreOfAFrameThanCame() throws IOException {
        server = RunningServer.healthy();
        try (RawClient client = server.open("/ws/echo")) {
            client.sendHex("82 ff 00 00 00 00 00 10 00 00 11 22 33 44 00");
            await().until(() -> server.info(client.id()).bytesIn() > 100);
            assertThat(server.stats().balance().live()).isOne();
        }
    }
}
