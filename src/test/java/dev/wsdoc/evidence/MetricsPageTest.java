package dev.wsdoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wsdoc.evidence.CountSource.Counts;
import dev.wsdoc.net.tls.Tls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus' text format may say of a number of connections, over real HTTP. */
class MetricsPageTest {
    private HttpServer server;
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
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Answer<Counts> ask(String lines) {
        page = lines;
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
        return new MetricsPage(url, "ws_connections", Tls.DEFAULT).ask();
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "1e3, 1000", "+7, 7", "0x1p4, 16", ".5e1, 5", "3., 3", "12 1700000000000, 12", "-0, 0"})
    void readsEveryFormOfANumber(String value, long listed) {
        assertThat(ask("# TYPE ws_connections gauge\nws_connections " + value + "\n"))
                .isInstanceOfSatisfying(
                        Answer.Given.class, given -> assertThat(given.value()).isEqualTo(new Counts(listed, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "+Inf", "-inf", "Infinity", "e", "--", "1e", "0x", "twelve", "1.2.3"})
    void whatCountsNothingIsSaidToBeOfNoUse(String value) {
        assertThat(ask("ws_connections " + value + "\n"))
                .isInstanceOfSatisfying(
                        Answer.Useless.class,
                        useless -> assertThat(useless.reason())
                                .endsWith("/metrics says that ws_connections is " + value + ", which counts nothing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no metric at all",
                "# ws_connections 3 | no metric at all",
                "not a series | no metric at all",
                "up 1\\nhttp_requests{code=\"200\"} 5 | http_requests{code=\"200\"}, up",
                "up 1\\nopen_conns 2\\nsockets 3 | open_conns, sockets",
                "up 1\\nws_connections_total 4 | ws_connections_total",
            })
    void namesWhatMayHaveBeenMeant(String lines, String there) {
        assertThat(ask(lines.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        Answer.Missing.class,
                        missing -> assertThat(missing.reason())
                                .endsWith("/metrics has no ws_connections; there is " + there));
    }

    @Test
    void addsUpAllSeriesAndPassesOverOthers() {
        assertThat(
                        ask(
                                "ws_connections{room=\"a\"} 2\nws_connections{room=\"b\"} 3\nother NaN\nws_connections_total 9\n"))
                .isInstanceOfSatisfying(
                        Answer.Given.class, given -> assertThat(given.value()).isEqualTo(new Counts(5, null)));
    }
}
