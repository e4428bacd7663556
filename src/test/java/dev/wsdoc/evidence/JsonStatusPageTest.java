package dev.wsdoc.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.sun.net.httpserver.HttpServer;
import dev.wsdoc.evidence.CountSource.Cleaned;
import dev.wsdoc.evidence.CountSource.Counts;
import dev.wsdoc.net.tls.Tls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a foreign server's own status page may look like, over real HTTP. */
class JsonStatusPageTest {
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static @Nullable JsonPointer pointer(@Nullable String text) {
        return text == null ? null : JsonPointer.compile(text);
    }

    private Answer<Counts> ask(String page, @Nullable String stale) {
        body = page;
        return new JsonStatusPage(
                        url("/status"), JsonPointer.compile("/total"), pointer(stale), null, null, Tls.DEFAULT)
                .ask();
    }

    private Answer<Cleaned> cleanup(String answer, @Nullable String cleaned) {
        body = answer;
        return new JsonStatusPage(
                        url("/status"),
                        JsonPointer.compile("/total"),
                        null,
                        url("/clean"),
                        pointer(cleaned),
                        Tls.DEFAULT)
                .cleanup();
    }

    private static void isMissing(Answer<?> answer, String reason) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Missing.class,
                        missing -> assertThat(missing.reason()).endsWith(reason));
    }

    private static void isGiven(Answer<?> answer, Object value) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Given.class, given -> assertThat(given.value()).isEqualTo(value));
    }

    @Test
    void anArrayOrAnObjectCountsAsManyAsItHas() {
        isGiven(ask("{\"total\": [1, 2, 3], \"stale\": {\"a\": 1}}", "/stale"), new Counts(3, 1L));
        isGiven(ask("{\"total\": 7}", null), new Counts(7, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"total\": \"5\", \"n\": 4} | has no number at /total; there is /n (4)",
                "{\"total\": 5.5} | has no number at /total; there is no number at all",
                "{\"total\": 99999999999999999999} | has no number at /total; there is /total (99999999999999999999)",
                "{\"a/b\": {\"c~d\": 1}} | has nothing at /total; there is /a~1b/c~0d (1)",
                "{\"users\": [{\"id\": 1}]} | has nothing at /total; there is /users (an array of 1)",
                "[] | has nothing at /total; there is  (an array of 0)",
            })
    void saysWhatThereIsToCountInstead(String page, String reason) {
        isMissing(ask(page, null), "/status " + reason);
    }

    @Test
    void showsADozenOfWhatThereIs() {
        StringBuilder page = new StringBuilder("{\"n0\": 0");
        for (int i = 1; i < 20; i++) {
            page.append(", \"n").append(i).append("\": ").append(i);
        }

        isMissing(ask(page.append('}').toString(), null), ", /n10 (10), /n11 (11)");
    }

    @Test
    void saysThatThePageIsNone() {
        isMissing(ask("<html></html>", null), "/status answers HTML, not JSON");
        status = 503;
        isMissing(ask("{}", null), "/status answers 503");
        server.stop(0);
        isMissing(ask("{}", null), "/status cannot be asked: Connection refused");
    }

    @Test
    void aCleanupMayTellHowManyItRemoved() {
        isGiven(cleanup("{\"cleaned\": 4}", "/cleaned"), new Cleaned(4L));
        isMissing(cleanup("done", "/cleaned"), "/clean answers text, not JSON");
        assertThat(requests).containsOnly("POST /clean");
    }

    @Test
    void aCleanupNeedNotAnswerAnythingButThatItSucceeded() {
        isGiven(cleanup("", null), new Cleaned(null));
        isGiven(cleanup("{\"cleaned\": 4}", null), new Cleaned(null));
        status = 500;
        isMissing(cleanup("", null), "/clean answers 500");
    }

    @Test
    void withoutACleanupNothingIsAsked() {
        assertThat(new JsonStatusPage(url("/status"), JsonPointer.compile("/total"), null, null, null, Tls.DEFAULT)
                        .cleanup())
                .isNull();
        assertThat(requests).isEmpty();
    }
}
