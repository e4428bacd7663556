package dev.wsdoc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.Integration;
import dev.wsdoc.evidence.ServerProcess;
import dev.wsdoc.model.Category;
import dev.wsdoc.model.ConnectionInfo;
import dev.wsdoc.model.Json;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each disease shows its symptom, and the rest of the server works. */
@Integration
class DefectsTest {
    private RunningServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    private void resetOne() throws IOException {
        server.open("/ws/customer/victim").reset();
        server.awaitStats(stats -> stats.staleConnections() == 1);
    }

    private long lines(String part) throws IOException {
        return server.logLines().stream().filter(line -> line.contains(part)).count();
    }

    @Test
    void beforeLogsEveryEndAsUnexpectedAndRetriesBlindly() throws Exception {
        server = RunningServer.sick(Defect.BEFORE);
        server.open("/ws/customer/victim").reset();
        server.awaitLogLine("ERROR wsdoc - Unexpected error sending message to customer_victim-1: ");
        assertThat(server.stats().staleConnections())
                .as("the weak check calls it connected")
                .isZero();
        assertThat(server.cleanup().get("stale_connections_cleaned").asInt()).isZero();
        try (RawClient admin = server.open("/ws/admin")) {
            admin.text("anyone?");
            ServerStats stats = server.awaitStats(now -> now.retries().exhausted() == 1);
            assertThat(stats.retries().onDead()).isEqualTo(3);
            assertThat(lines("Unexpected error sending message")).isEqualTo(1 + 1 + 3);
            assertThat(stats.sweeps().background()).isFalse();
            assertThat(stats.totalConnections()).isEqualTo(2);
        }
    }

    @Test
    void noisyLogShoutsInTheRightWords() throws IOException {
        server = RunningServer.sick(Defect.NOISY_LOG);
        resetOne();
        server.awaitLogLine("ERROR wsdoc - Connection customer_victim-1 reset by peer");
        assertThat(lines("Unexpected error")).isZero();
    }

    @Test
    void blindRetrySendsToTheDeadThreeTimesMore() throws IOException {
        server = RunningServer.sick(Defect.BLIND_RETRY);
        resetOne();
        try (RawClient admin = server.open("/ws/admin")) {
            admin.text("anyone?");
            ServerStats stats = server.awaitStats(now -> now.retries().exhausted() == 1);
            assertThat(stats.retries().onDead()).isEqualTo(3);
            assertThat(lines("WARN wsdoc - Retrying send to customer_victim-1")).isEqualTo(3);
            assertThat(stats.staleConnections()).isOne();
        }
    }

    @Test
    void noSweepLeavesStaleConnectionsListed() throws Exception {
        server = RunningServer.start(config -> config.withDefect(Defect.NO_SWEEP)
                .withTiming(config.timing().withSweepInterval(Duration.ofMillis(20))));
        resetOne();
        assertThat(server.cleanup().get("stale_connections_cleaned").asInt()).isZero();
        server.awaitStats(stats -> stats.sweeps().runs() > 3);
        assertThat(server.stats().staleConnections()).isOne();
    }

    @Test
    void forgetsToForgetReportsACleanupThatItDidNotDo() throws Exception {
        server = RunningServer.sick(Defect.FORGETS_TO_FORGET);
        resetOne();
        assertThat(server.cleanup().get("stale_connections_cleaned").asInt()).isOne();
        assertThat(server.stats().staleConnections()).isOne();
        assertThat(server.stats().balance().balanced()).isTrue();
    }

    @Test
    void miscountsDoesNotBalance() throws Exception {
        server = RunningServer.sick(Defect.MISCOUNTS);
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(server.open("/ws/customer/s"));
        }
        ServerStats stats = server.stats();
        assertThat(stats.opened()).isEqualTo(22);
        assertThat(stats.totalConnections()).isEqualTo(22);
        assertThat(stats.balance().balanced()).isFalse();
        for (RawClient client : clients) {
            client.reset();
        }
        server.awaitStats(now -> now.staleConnections() == 20);
        server.cleanup();
        assertThat(server.stats().removals()).containsEntry(RemovalPath.CLEANED, 40L);
        assertThat(server.stats().balance().balanced()).isFalse();
    }

    @Test
    void deafToEofKeepsPeersThatEndedTheirSide() throws IOException {
        server = RunningServer.start(config -> config.withDefect(Defect.DEAF_TO_EOF)
                .withTiming(config.timing().withPings(Duration.ofMillis(20), Duration.ofMillis(20))));
        try (RawClient halfClosed = server.open("/ws/customer/s")) {
            halfClosed.halfClose();
            RawClient silent = server.open("/ws/echo");
            server.awaitStats(stats -> stats.removals().get(RemovalPath.NO_PONG) == 1);
            assertThat(server.info(halfClosed.id()).state()).isEqualTo("live");
            silent.close();
        }
    }

    @Test
    void noPingNeverFindsAFrozenPeer() throws Exception {
        server = RunningServer.start(config -> config.withDefect(Defect.NO_PING)
                .withTiming(config.timing()
                        .withPings(Duration.ofMillis(10), Duration.ofMillis(10))
                        .withSweepInterval(Duration.ofMillis(50))));
        try (RawClient frozen = server.open("/ws/echo")) {
            server.awaitStats(stats -> stats.sweeps().runs() > 5);
            assertThat(server.info(frozen.id()).bytesOut())
                    .as("the handshake and no ping")
                    .isLessThan(400);
            assertThat(server.stats().balance().live()).isOne();
            assertThat(server.stats().pings().intervalMs()).isEqualTo(10);
        }
    }

    @Test
    void dropsBystandersClosesAHealthyConnection() throws IOException {
        server = RunningServer.sick(Defect.DROPS_BYSTANDERS);
        try (RawClient bystander = server.open("/ws/echo")) {
            resetOne();
            assertThat(bystander.read().closeCode()).isEqualTo(1011);
        }
    }

    @Test
    void slowNoticeTakesNoteEightSecondsLate() throws IOException {
        server = RunningServer.sick(Defect.SLOW_NOTICE);
        RawClient victim = server.open("/ws/echo");
        victim.reset();
        long started = System.nanoTime();
        server.awaitStats(stats -> stats.staleConnections() == 1);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofSeconds(7));
        assertThat(server.info(victim.id()).category()).isEqualTo(Category.RESET);
    }

    @Test
    void cleanupErrorAnswers500() throws Exception {
        server = RunningServer.sick(Defect.CLEANUP_ERROR);
        resetOne();
        assertThat(server.post("/api/debug/cleanup-websockets").statusCode()).isEqualTo(500);
        assertThat(server.stats().staleConnections()).isOne();
        assertThat(lines(" ERROR ")).isZero();
    }

    @Test
    void refusesAfterChaosLetsNobodyInAnyMore() throws IOException {
        server = RunningServer.sick(Defect.REFUSES_AFTER_CHAOS);
        server.open("/ws/echo").reset();
        server.awaitStats(stats -> stats.staleConnections() == 1);
        try (RawClient next = RawClient.connect(server.port())) {
            assertThat(next.upgrade("/ws/echo")).startsWith("HTTP/1.1 503 ");
        }
    }

    @Test
    void losesMessagesLosesEveryFifth() throws IOException {
        server = RunningServer.sick(Defect.LOSES_MESSAGES);
        try (RawClient client = server.open("/ws/echo")) {
            resetOne();
            for (int i = 1; i <= 10; i++) {
                client.text("m" + i);
            }
            List<String> heard = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                heard.add(client.read().text());
            }
            assertThat(heard).containsExactly("m1", "m2", "m3", "m4", "m6", "m7", "m8", "m9");
        }
    }

    @Test
    void muteAnswersNeitherMessagesNorPings() throws IOException {
        server = RunningServer.sick(Defect.MUTE);
        try (RawClient client = server.open("/ws/echo")) {
            client.text("hello?");
            client.send(RawClient.frame(0x80 | RawClient.PING, new byte[] {1}));
            client.closeFrame(1000);
            assertThat(client.read().opcode()).as("nothing before the close").isEqualTo(RawClient.CLOSE);
        }
    }

    @Test
    void floodWithoutLevelTellsOfADeathInSixtyLines() throws IOException {
        server = RunningServer.sick(Defect.FLOOD_WITHOUT_LEVEL);
        resetOne();
        await().until(() -> lines("msg=\"write: broken pipe\" connection=customer_victim-1") == 60);
    }

    @Test
    void lateNoiseWarnsLate() throws IOException {
        server = RunningServer.sick(Defect.LATE_NOISE);
        resetOne();
        assertThat(lines(" WARN ")).isZero();
        server.awaitLogLine("WARN wsdoc - Broken pipe for customer_victim-1: it took too long to shut down");
    }

    @Test
    void tearsTracesWritesOneTraceInTwoPieces() throws IOException {
        server = RunningServer.sick(Defect.TEARS_TRACES);
        resetOne();
        server.open("/ws/customer/next").close();
        server.awaitLogLine("\tat java.base/java.lang.Thread.run(Thread.java:840)");
        assertThat(lines("DEBUG onError java.io.IOException")).isOne();
    }

    @Test
    void keepsTalkingComplainsAboutRemovedConnections() throws Exception {
        server = RunningServer.sick(Defect.KEEPS_TALKING);
        resetOne();
        server.cleanup();
        try (RawClient admin = server.open("/ws/admin")) {
            admin.text("one");
            admin.text("two");
            await().until(() -> lines("INFO wsdoc - Broken pipe for customer_victim-1") == 2);
        }
    }

    @Test
    void endsIdleEndsWhoOnlyListens() throws IOException {
        server = RunningServer.sick(Defect.ENDS_IDLE);
        try (RawClient listener = server.open("/ws/customer/s")) {
            RawClient.Frame end = listener.read();
            assertThat(end.closeCode()).isEqualTo(1001);
            assertThat(end.text()).endsWith("idle");
        }
        assertThat(server.stats().removals()).containsEntry(RemovalPath.INACTIVE, 1L);
    }

    @Test
    void endsTalkativeEndsWhoSaysFiveThings() throws IOException {
        server = RunningServer.sick(Defect.ENDS_TALKATIVE);
        try (RawClient client = server.open("/ws/echo")) {
            for (int i = 1; i <= 5; i++) {
                client.text("m" + i);
                assertThat(client.read().text()).isEqualTo("m" + i);
            }
            assertThat(client.read().closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void killsSenderEndsWhoSpeaksIntoTheDead() throws IOException {
        server = RunningServer.sick(Defect.KILLS_SENDER);
        try (RawClient admin = server.open("/ws/admin");
                RawClient customer = server.open("/ws/customer/well")) {
            admin.text("first");
            assertThat(customer.read().text()).isEqualTo("first");
            resetOne();
            admin.text("second");
            assertThat(customer.read().text()).isEqualTo("second");
            assertThat(admin.read().closeCode()).isEqualTo(1011);
        }
    }

    @Test
    void blocksEverybodyWaitsForTheFirstThatDied() throws IOException {
        server = RunningServer.sick(Defect.BLOCKS_EVERYBODY);
        long started = System.nanoTime();
        resetOne();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(2_900));
        server.awaitLogLine("DEBUG wsdoc - customer_victim-1 answered: false");
    }

    @Test
    void badBytesPassedOnSendsWhatIsNoUtf8ToOthers() throws IOException {
        server = RunningServer.sick(Defect.BAD_BYTES_PASSED_ON);
        byte[] bad = {'o', 'h', (byte) 0xc3, '('};
        try (RawClient speaker = server.open("/ws/customer/s");
                RawClient other = server.open("/ws/customer/s")) {
            speaker.send(RawClient.frame(0x80 | RawClient.TEXT, bad));
            RawClient.Frame heard = other.read();
            assertThat(heard.opcode()).isEqualTo(RawClient.TEXT);
            assertThat(heard.payload()).isEqualTo(bad);
            speaker.text("good \u00e4");
            assertThat(other.read().text()).isEqualTo("good \u00e4");
        }
    }

    @Test
    void ignoresCloseGoesOnAsIfNothingHadBeenSaid() throws IOException {
        server = RunningServer.start(config -> config.withDefect(Defect.IGNORES_CLOSE)
                .withTiming(config.timing().withPings(Duration.ofMillis(20), Duration.ofSeconds(1))));
        try (RawClient leaving = server.open("/ws/echo");
                RawClient silent = server.open("/ws/echo")) {
            leaving.closeFrame(1000);
            leaving.text("still there?");
            assertThat(leaving.read().text()).isEqualTo("still there?");
            server.awaitStats(stats -> stats.removals().get(RemovalPath.NO_PONG) == 1);
            assertThat(server.stats().connections().items())
                    .as("who said nothing is given up, who said goodbye is not")
                    .extracting(ConnectionInfo::id)
                    .containsExactly(leaving.id());
            silent.awaitEnd();
        }
    }

    @Test
    void wrapsJsonSaysEachTextInAnObjectOfItsOwn() throws IOException {
        server = RunningServer.sick(Defect.WRAPS_JSON);
        try (RawClient client = server.open("/ws/echo")) {
            for (String text : List.of("say \"hi\"", "x".repeat(200), "\u00e4".repeat(40_000))) {
                client.text(text);
                JsonNode heard = Json.mapper().readTree(client.read().text());
                assertThat(heard.get("from").asText()).isEqualTo(client.id());
                assertThat(heard.get("text").asText()).isEqualTo(text);
            }
            client.send(RawClient.frame(0x80 | RawClient.BINARY, new byte[] {1, 2}));
            assertThat(client.read().payload()).containsExactly(1, 2);
        }
    }

    @Test
    void leaksPerWaveKeepsADescriptorForEachAbnormalEnd() throws Exception {
        server = RunningServer.sick(Defect.LEAKS_PER_WAVE);
        long before = descriptors();
        for (int i = 0; i < 20; i++) {
            server.open("/ws/echo").reset();
        }
        server.awaitStats(stats -> stats.staleConnections() == 20);
        await().until(() -> descriptors() >= before + 20);
        assertThat(server.stats().balance().balanced()).isTrue();
    }

    @Test
    void growsOnceTakesItsPoolAtTheFirstAbnormalEnd() throws Exception {
        server = RunningServer.sick(Defect.GROWS_ONCE);
        long before = descriptors();
        resetOne();
        await().until(() -> descriptors() >= before + 50);
    }

    /** Of this process, the tests' own included. */
    private static long descriptors() throws IOException {
        return ServerProcess.of(ProcessHandle.current().pid()).measure().descriptors();
    }

    @Test
    void staleBeforeListsThoseThatDiedBeforeAndForgetsThemWithTheCleanup() throws Exception {
        server = RunningServer.sick(Defect.STALE_BEFORE);
        ServerStats stats = server.stats();
        assertThat(stats.staleConnections()).isEqualTo(5);
        assertThat(stats.balance().balanced()).isTrue();
        assertThat(server.cleanup().get("stale_connections_cleaned").asInt()).isEqualTo(5);
        assertThat(server.stats().totalConnections()).isZero();
        assertThat(server.stats().balance().balanced()).isTrue();
    }
}
