package dev.wsdoc.chaos.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wsdoc.chaos.Bench;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.DebugEndpoint;
import dev.wsdoc.evidence.StatusPages;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.model.Target;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a real HTTP server whose journal of ends is what the test says. */
@Timeout(30)
class ReferenceCountsProbeTest {
    private static final String END =
            "{\"seq\": 6, \"id\": \"a-1\", \"at\": \"2026-11-25T10:00:00Z\", \"category\": \"RESET\", \"path\": null}";

    private HttpServer server;
    private volatile boolean gap;
    private volatile boolean broken;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/api/debug/websocket-status", () -> StatusPages.json(3, 1).toString());
        answer("/api/debug/websocket-ends", () -> "{\"last\": 6, \"gap\": " + gap + ", \"ends\": [" + END + "]}");
        server.start();
    }

    private void answer(String path, Supplier<String> body) {
        server.createContext(path, exchange -> {
            byte[] bytes = (broken ? "{}" : body.get()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(broken ? 500 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private ReferenceCountsProbe probe() {
        DebugEndpoint endpoint = new DebugEndpoint(
                Target.parse("ws://127.0.0.1:" + server.getAddress().getPort()), null);
        Answer.Given<ServerStats> first = (Answer.Given<ServerStats>) endpoint.status(0, 1);
        return new ReferenceCountsProbe(endpoint, first.value(), Bench.realTime());
    }

    @Test
    void handsOverTheJournalAsItGrows() {
        try (ReferenceCountsProbe probe = probe()) {
            var batch = Awaitility.await().atMost(10, TimeUnit.SECONDS).until(probe::nextEnds, ends -> ends != null);

            assertThat(batch.ends())
                    .singleElement()
                    .satisfies(end -> assertThat(end.id()).isEqualTo("a-1"));
            assertThat(probe.seen().endsLost()).isFalse();
        }
    }

    @Test
    void tellsThatEndsWereDroppedBeforeTheyWereRead() {
        gap = true;
        try (ReferenceCountsProbe probe = probe()) {
            Awaitility.await()
                    .atMost(10, TimeUnit.SECONDS)
                    .until(() -> probe.seen().endsLost());
        }
    }

    @Test
    void aPageThatAnswersNoMoreIsTold() {
        try (ReferenceCountsProbe probe = probe()) {
            broken = true;

            Awaitility.await()
                    .atMost(10, TimeUnit.SECONDS)
                    .until(() -> !probe.seen().troubles().isEmpty());
            assertThat(probe.seen().troubles().get(0)).contains("500");
        }
    }
}
