package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.wsdoc.evidence.CountSource.Counts;
import dev.wsdoc.net.tls.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All numbers of a page over real HTTP, each where its count can be asked for again. */
class NumbersPageTest {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private HttpServer server;
    private URI url;
    private volatile String page = "";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private NumbersPage json() {
        return new JsonNumbersPage(url, null, null, null, Tls.DEFAULT);
    }

    private NumbersPage metrics() {
        return new MetricsNumbersPage(url, Tls.DEFAULT);
    }

    private static void assertEachCanBeAskedForAgain(NumbersPage numbers) throws IOException {
        assertThat(numbers.read(DEADLINE).byPlace())
                .isNotEmpty()
                .allSatisfy((place, number) -> assertThat(numbers.at(place).ask())
                        .isInstanceOfSatisfying(
                                Answer.Given.class,
                                given -> assertThat(given.value()).isEqualTo(new Counts(number, null))));
    }

    @Test
    void aJsonPageHasNumbersAndSizes() throws Exception {
        page =
                "{\"up\": 1.5, \"a/b\": {\"n~\": 7}, \"list\": [{\"open\": 2}, {\"open\": 3}], \"name\": \"9\", \"no\": null}";

        assertThat(json().read(DEADLINE).byPlace())
                .containsOnlyKeys(
                        "", "/a~1b", "/a~1b/n~0", "/list", "/list/0", "/list/0/open", "/list/1", "/list/1/open")
                .containsEntry("/a~1b/n~0", 7L)
                .containsEntry("/list", 2L)
                .containsEntry("/list/1/open", 3L);
        assertEachCanBeAskedForAgain(json());
    }

    @Test
    void aMetricsPageHasSeriesAndTheSumOfEachName() throws Exception {
        page = """
                # TYPE ws gauge
                ws{room="a"} 2
                ws{room="b"} 3.0
                up 1
                odd NaN
                odder +Inf
                half 0.5
                """;

        assertThat(metrics().read(DEADLINE).byPlace())
                .containsOnlyKeys("ws", "ws{room=\"a\"}", "ws{room=\"b\"}", "up")
                .containsEntry("ws", 5L);
        assertEachCanBeAskedForAgain(metrics());
    }

    @Test
    void aNameOfWhichOneSeriesIsNoNumberHasNoSum() throws Exception {
        page = "ws{room=\"a\"} 2\nws{room=\"b\"} NaN\n";

        assertThat(metrics().read(DEADLINE).byPlace()).containsOnlyKeys("ws{room=\"a\"}");
    }

    @Test
    void whatIsNoSuchPageIsSaidWithItsUrl() {
        page = "<html>hello</html>";

        assertThatThrownBy(() -> json().read(DEADLINE))
                .isInstanceOf(IOException.class)
                .hasMessage(url + " answers HTML, not JSON");
    }
}
