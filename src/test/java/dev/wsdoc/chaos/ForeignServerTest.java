package dev.wsdoc.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wsdoc.Integration;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.ChaosPlan.Limits;
import dev.wsdoc.fault.Expectation;
import dev.wsdoc.fault.Fault.Aftermath;
import dev.wsdoc.fault.Fault.Entrance;
import dev.wsdoc.fault.Fault.Farewell;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.FaultFigures;
import dev.wsdoc.report.Report;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Verdict;
import dev.wsdoc.wire.frame.FrameWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The experiment on a server that knows nothing of wsdoc: Java-WebSocket's stock one. */
@Integration
class ForeignServerTest {
    @TempDir
    private Path folder;

    private Path log;
    private StockServer server;

    /** Echoes, and writes an error for every end, as naive servers do. */
    private static final class StockServer extends WebSocketServer {
        private final CountDownLatch started = new CountDownLatch(1);
        private final Path log;
        private final String sentence;

        StockServer(Path log, String sentence) {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            this.log = log;
            this.sentence = sentence;
            setReuseAddr(true);
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {}

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            if (code == 1006 && !sentence.isEmpty()) {
                append("2026-11-22 20:31:38,123 ERROR app - " + sentence + "\n");
            }
        }

        @Override
        public void onMessage(WebSocket socket, String message) {
            if (message.equals("everybody out")) {
                getConnections().forEach(other -> other.closeConnection(1001, "as you wish"));
            } else {
                socket.send(message);
            }
        }

        @Override
        public void onError(WebSocket socket, Exception e) {}

        @Override
        public void onStart() {
            started.countDown();
        }

        private synchronized void append(String line) {
            try {
                Files.writeString(log, line, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void createLog() throws Exception {
        log = Files.createFile(folder.resolve("app.log"));
    }

    private Target start(String sentence) throws Exception {
        server = new StockServer(log, sentence);
        server.start();
        assertThat(server.started.await(10, TimeUnit.SECONDS)).isTrue();
        return Target.parse("ws://127.0.0.1:" + server.getPort() + "/chat");
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.stop(1_000);
        }
    }

    @Test
    void judgesByTheSocketsAndTheLog() throws Exception {
        Target target = start("");

        Report report = new Bench(folder)
                .inflicting("abrupt", 10)
                .inflicting("half-close", 10)
                .examine(target, log);

        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(Bench.finding(report, "client.closed-by-server").outcome()).isEqualTo(Outcome.PASS);
        assertThat(Bench.finding(report, "bystanders.alive").outcome()).isEqualTo(Outcome.PASS);
        Finding unknown = Bench.finding(report, "count.total-restored");
        assertThat(unknown.outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(unknown.observed()).contains("no status page");
        assertThat(Bench.finding(report, "bystanders.no-loss").outcome()).isEqualTo(Outcome.PASS); // it echoes
    }

    @Test
    void condemnsALogFullOfUnexpectedErrors() throws Exception {
        Target target = start("Unexpected error sending message to customer_s1: Connection reset by peer");

        Report report = new Bench(folder).inflicting("abrupt", 10).examine(target, log);

        assertThat(Bench.finding(report, "log.no-unexpected-errors").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(Bench.finding(report, "log.expected-stays-quiet").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(report.log().unexpectedErrorLines()).isEqualTo(10);
        assertThat(report.verdict()).isEqualTo(Verdict.UNHEALTHY);
    }

    /** It takes unmasked frames, which a server must not: RFC 6455 section 5.1. The other forbidden ones it refuses. */
    @Test
    void judgesByWhatTheVictimsSeeAlone() throws Exception {
        Target target = start("");

        Report report = new Bench(folder)
                .inflicting("unmasked", 3)
                .inflicting("bad-utf8", 3)
                .inflicting("reserved-bits", 3)
                .examine(target, null);

        assertThat(Bench.finding(report, "fault.bad-utf8").observed())
                .isEqualTo("3 ended with close code 1007 'Received text is no valid utf8 string!'");
        assertThat(Bench.finding(report, "fault.bad-utf8").outcome()).isEqualTo(Outcome.PASS);
        assertThat(Bench.finding(report, "fault.reserved-bits").outcome()).isEqualTo(Outcome.PASS);
        assertThat(Bench.finding(report, "fault.unmasked").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(Bench.finding(report, "fault.unmasked").observed()).isEqualTo("3 still open");
        assertThat(Bench.finding(report, "fault.unmasked").expected()).contains("1002", "RFC 6455 5.1");
        assertThat(report.verdict()).isEqualTo(Verdict.UNHEALTHY);
    }

    @Test
    void nothingIsSaidByVictimsThatHadEndedBefore() throws Exception {
        StagedFault plea = new StagedFault(
                "plea",
                Entrance.UPGRADED,
                1,
                Farewell.ABNORMAL,
                Aftermath.WATCHING,
                Expectation.ends("", "end it"),
                member -> member.inject(FrameWriter.text("everybody out", 7)));

        StagedFault linger = new StagedFault(
                "linger", Entrance.UPGRADED, 1, Farewell.ABNORMAL, Aftermath.WATCHING, null, Member::halfClose);

        Report report = new Bench(folder)
                .inflicting(plea, 1)
                .inflicting("bad-utf8", 3)
                .inflicting(linger, 2)
                .examine(start(""), null);

        assertThat(Bench.finding(report, "fault.plea").outcome()).isEqualTo(Outcome.PASS);
        Finding late = Bench.finding(report, "fault.bad-utf8");
        assertThat(late.outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(late.observed()).isEqualTo("all of its victims had ended before their turn came");
        assertThat(Bench.finding(report, "fault.linger").outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(Bench.finding(report, "client.closed-by-server").observed()).isEqualTo("no victim stayed to watch");
        assertThat(report.faults())
                .extracting(FaultFigures::fault, FaultFigures::inflicted)
                .contains(tuple("bad-utf8", 0), tuple("linger", 0));
        assertThat(report.notes())
                .contains("2 victims of linger had ended before their turn came: nothing was done to them");
    }

    /** It ends who misses a pong after a second or two; the wait that is allowed for would take longer than the whole run may. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aRoundOfFrozenVictimsEndsWhenTheServerGaveThemUp() throws Exception {
        Target target = start("");
        server.setConnectionLostTimeout(1);
        Duration wait = Duration.ofMinutes(10);

        Report report = new Bench(folder)
                .inflicting("freeze", 3)
                .within(new Limits(Duration.ofSeconds(2), wait, Duration.ofSeconds(60)))
                .examine(target, log);

        assertThat(report.interrupted()).isFalse();
        assertThat(Bench.finding(report, "client.closed-by-server").outcome()).isEqualTo(Outcome.PASS);
        assertThat(report.faults()).singleElement().satisfies(figures -> {
            assertThat(figures.noticed()).isEqualTo(3);
            assertThat(figures.detectMs().max()).isBetween(100.0, 60_000.0);
        });
    }

    @Test
    void withoutAnyEvidenceTheVerdictIsInconclusive() throws Exception {
        Target target = start("");

        Report report = new Bench(folder).inflicting("abrupt", 10).examine(target, null);

        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Bench.finding(report, "log.falls-quiet").remedy()).contains("--log");
    }

    @Test
    void saysInOneLineThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        Bench bench = new Bench(folder).inflicting("abrupt", 1);

        assertThatThrownBy(() -> bench.examine(Target.parse("ws://127.0.0.1:" + port + "/x"), null))
                .isInstanceOf(CannotRunException.class)
                .hasMessageContaining("Connection refused")
                .hasMessageContaining("is the server running?");
    }
}
