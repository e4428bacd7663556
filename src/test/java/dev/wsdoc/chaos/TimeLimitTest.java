package dev.wsdoc.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wsdoc.Integration;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ChaosPlan.Limits;
import dev.wsdoc.chaos.plan.EvidencePlan;
import dev.wsdoc.evidence.JsonStatusPage;
import dev.wsdoc.evidence.LogFollower;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.Progress;
import dev.wsdoc.model.Target;
import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.report.Report;
import dev.wsdoc.verdict.Strictness;
import dev.wsdoc.verdict.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What hangs, floods or dies around the experiment holds nothing up: the beat goes on, the limit holds, a report is made. */
@Integration
@Timeout(120)
class TimeLimitTest {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final long BEAT_MS = 250;

    @TempDir
    private Path folder;

    private final Echo server = new Echo();

    @BeforeEach
    void start() throws Exception {
        server.start();
        assertThat(server.started.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(1_000);
    }

    private Report examine(EvidencePlan evidence) throws Exception {
        ChaosPlan plan = new ChaosPlan(
                        Target.parse("ws://127.0.0.1:" + server.getPort() + "/"),
                        Map.of(Fault.named("drop"), 3),
                        5,
                        ChaosPlan.Echo.EXPECTED,
                        new Limits(Duration.ofSeconds(1), null, LIMIT),
                        Strictness.NORMAL,
                        42,
                        evidence)
                .withoutAsking();
        return new Chaos(plan, Bench.realTime(), Progress.NONE).run("test");
    }

    /** The page would hold each look for 5 s. */
    @Test
    void aStatusPageThatFallsSilentHoldsNothingUp() throws Exception {
        try (FallingSilentPage page = new FallingSilentPage(2)) {
            JsonStatusPage counts =
                    new JsonStatusPage(page.url(), JsonPointer.compile("/connections"), null, null, null, Tls.DEFAULT);

            Report report = examine(EvidencePlan.ofLogs(List.of()).withCounts(counts));

            assertThat(page.isSilent()).isTrue();
            assertThat(report.interrupted()).isTrue();
            assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(report.notes()).anyMatch(note -> note.contains("the time limit of 4 s (--timeout) is over"));
            assertThat(report.bystanders()
                            .messagesExpected()) // by 5 bystanders at every 4th beat; half of them is room for a busy
                    // machine
                    .isGreaterThan(5 * LIMIT.toMillis() / BEAT_MS / 4 / 2);
        }
    }

    /** More is written than can be audited in the time. */
    @Test
    void aLogThatGrowsWithoutEndHoldsNothingUp() throws Exception {
        Path log = Files.createFile(folder.resolve("app.log"));
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = new Thread(() -> flood(log, enough), "flood");
        writer.start();
        try {
            Report report = examine(EvidencePlan.ofLogs(List.of(() -> LogFollower.fromEnd(log))));

            assertThat(report.bystanders().messagesExpected()).isPositive();
            assertThat(report.log().lines()).isPositive();
        } finally {
            enough.set(true);
            writer.join();
        }
    }

    private static void flood(Path log, AtomicBoolean enough) {
        byte[] lines = "2026-11-24 16:40:04,643 ERROR app - Unexpected error sending message: Broken pipe\n"
                .repeat(1_000)
                .getBytes(StandardCharsets.UTF_8);
        try (OutputStream file = Files.newOutputStream(log)) {
            for (int i = 0; i < 8_000 && !enough.get(); i++) {
                file.write(lines);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server that echoes. */
    private static final class Echo extends WebSocketServer {
        private final CountDownLatch started = new CountDownLatch(1);

        Echo() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            setReuseAddr(true);
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {}

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onMessage(WebSocket socket, String message) {
            socket.send(message);
        }

        @Override
        public void onError(WebSocket socket, Exception e) {}

        @Override
        public void onStart() {
            started.countDown();
        }
    }
}
