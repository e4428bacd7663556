package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wsdoc.model.EndsPage;
import dev.wsdoc.model.EndsPage.End;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.model.Target;
import dev.wsdoc.server.Defect;
import dev.wsdoc.server.ReferenceServer;
import dev.wsdoc.server.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

/** The debug endpoints as the reference server really answers them. */
class ReferenceServerAnswersTest {

    @Test
    void tellOfAVictimFromItsEndToItsRemoval() throws IOException {
        try (ReferenceServer server = start(Defect.NONE)) {
            DebugEndpoint endpoint = endpoint(server);
            assertThat(given(endpoint.status(0, 10)).totalConnections()).isZero();
            connect(server).abort();
            await().until(() -> given(endpoint.status(0, 10)).staleConnections() == 1);

            ServerStats stats = given(endpoint.stale(0, 10));
            assertThat(stats.connections().items()).singleElement().satisfies(stale -> {
                assertThat(stale.state()).isEqualTo("stale");
                assertThat(stale.category()).isNotNull();
            });
            assertThat(given(endpoint.cleanup()).staleConnectionsCleaned()).isEqualTo(1);

            EndsPage ends = given(endpoint.ends(0, 10));
            assertThat(ends.ends()).extracting(End::path).containsExactly(null, RemovalPath.CLEANED);
            assertThat(given(endpoint.ends(ends.last(), 10)).ends()).isEmpty();
            assertThat(given(endpoint.status(0, 10)).balance().balanced()).isTrue();
            assertThat(given(endpoint.resetRateLimits()).path("message").asText())
                    .isNotEmpty();
        }
    }

    @Test
    void areMissingWithTheServersOwnWordsWhenItIsSick() throws IOException {
        try (ReferenceServer server = start(Defect.CLEANUP_ERROR)) {
            assertThat(endpoint(server).cleanup())
                    .isInstanceOfSatisfying(
                            Answer.Missing.class,
                            missing -> assertThat(missing.reason())
                                    .contains("/api/debug/cleanup-websockets answers 500: "));
        }
    }

    @Test
    void areMissingWhenTheQuestionMakesNoSense() throws IOException {
        try (ReferenceServer server = start(Defect.NONE)) {
            assertThat(endpoint(server).status(-1, 10))
                    .isInstanceOfSatisfying(
                            Answer.Missing.class,
                            missing -> assertThat(missing.reason()).contains("answers 400: "));
        }
    }

    private static ReferenceServer start(Defect defect) throws IOException {
        return ReferenceServer.start(ServerConfig.defaults().withPort(0).withDefect(defect), NOPLogger.NOP_LOGGER);
    }

    private static DebugEndpoint endpoint(ReferenceServer server) {
        return new DebugEndpoint(Target.parse("ws://127.0.0.1:" + server.port() + "/ws/echo"), null);
    }

    private static WebSocket connect(ReferenceServer server) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + server.port() + "/ws/customer/s1"), new WebSocket.Listener() {})
                .join();
    }

    private static <T> T given(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given<T>) answer).value();
    }
}
