package dev.wsdoc.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.chaos.plan.ChaosPlan.Limits;
import dev.wsdoc.model.Target;
import dev.wsdoc.net.tls.Certificates;
import dev.wsdoc.net.tls.Certificates.Owner;
import dev.wsdoc.report.Report;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.swarm.Hello;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Verdict;
import dev.wsdoc.wire.handshake.Compression;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The experiment on Java-WebSocket's server under TLS. */
@Integration
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class TlsServerTest {
    @TempDir
    private Path folder;

    private final Certificates certificates = Certificates.get();
    private SecuredServer server;

    /** Echoes, and remembers the close codes of those who left. */
    private static final class SecuredServer extends WebSocketServer {
        private final CountDownLatch started = new CountDownLatch(1);
        private final List<Integer> codes = new CopyOnWriteArrayList<>();
        private final Path log;

        SecuredServer(Path log) {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            this.log = log;
            setReuseAddr(true);
            setConnectionLostTimeout(5); // a frozen client has to go, a bystander on a busy machine must not
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {}

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            codes.add(code);
            append("2026-11-24 02:31:38,123 DEBUG app - client left with " + code + "\n");
        }

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

        private synchronized void append(String line) {
            try {
                Files.writeString(log, line, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Target start(Path log) throws Exception {
        server = new SecuredServer(log);
        server.setWebSocketFactory(new DefaultSSLWebSocketServerFactory(certificates.context(Owner.SERVER)));
        server.start();
        assertThat(server.started.await(20, TimeUnit.SECONDS)).isTrue();
        return Target.parse("wss://localhost:" + server.getPort() + "/chat");
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.stop(1_000);
        }
    }

    @Test
    void aHealthyServerIsFoundHealthy() throws Exception {
        Path log = Files.createFile(folder.resolve("app.log"));
        Target target = start(log);

        Report report = Bench.everyFault(folder)
                .as(new ClientProfile(
                        List.of(),
                        Compression.NONE,
                        Hello.NONE,
                        null,
                        null,
                        List.of(),
                        Map.of(),
                        certificates.trusting()))
                .within(new Limits(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(100)))
                .examine(target, log);

        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() == Outcome.FAIL || finding.outcome() == Outcome.WARN)
                .isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(Bench.finding(report, "client.closed-by-server").outcome()).isEqualTo(Outcome.PASS);
        assertThat(Bench.finding(report, "bystanders.alive").outcome()).isEqualTo(Outcome.PASS);
        assertThat(server.codes).contains(1000, 1006);
    }
}
