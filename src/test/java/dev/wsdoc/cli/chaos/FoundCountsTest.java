package dev.wsdoc.cli.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.wsdoc.Integration;
import dev.wsdoc.cli.CommandLineRun;
import dev.wsdoc.cli.RecordingServer;
import dev.wsdoc.model.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Counts on pages of which nobody said where they count. */
@Integration
@Timeout(60)
class FoundCountsTest {
    private RecordingServer server;
    private HttpServer http;
    private String page;
    private Supplier<String> text = () -> "";

    @BeforeEach
    void start() throws Exception {
        server = RecordingServer.start(InetAddress.getLoopbackAddress());
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        page = "http://127.0.0.1:" + http.getAddress().getPort() + "/page";
        http.createContext("/page", exchange -> {
            byte[] bytes = text.get().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
        server.close();
    }

    private int open() {
        return server.getConnections().size();
    }

    private int everOpened() {
        return server.requests.size();
    }

    private CommandLineRun chaos(String... more) {
        List<String> args = new ArrayList<>(List.of("chaos", "ws://127.0.0.1:" + server.getPort(), "--json"));
        args.addAll(List.of("--drop", "6", "--abrupt", "6", "--bystanders", "2", "--detect-within", "1s"));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private static JsonNode finding(CommandLineRun run, String check) throws Exception {
        for (JsonNode finding : Json.mapper().readTree(run.out()).at("/findings")) {
            if (finding.at("/check").asText().equals(check)) {
                return finding;
            }
        }
        throw new AssertionError("no finding of " + check + " in " + run);
    }

    private static String outcome(CommandLineRun run, String check) throws Exception {
        return finding(run, check).at("/outcome").asText();
    }

    @Test
    void findsTheNumberOfAStatusPageThatMovesWithTheConnections() throws Exception {
        text = () -> "{\"served\": " + everOpened() + ", \"up\": 12, \"clients\": {\"open\": " + open() + "}}";

        CommandLineRun run = chaos("--status-url", page);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("connections counted at " + page + " /clients/open, found by opening 3 and 5");
        assertThat(outcome(run, "count.opened-agrees")).isEqualTo("pass");
        assertThat(outcome(run, "count.total-restored")).isEqualTo("pass");
    }

    @Test
    void findsTheMetricThatMovesWithTheConnections() throws Exception {
        text = () -> "ws_accepted_total " + everOpened() + "\nws_open{kind=\"chat\"} " + open()
                + "\nws_open{kind=\"odd\"} NaN\nprocess_open_fds " + (20 + open()) + "\n";

        CommandLineRun run = chaos("--metrics-url", page);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("connections counted at " + page + " ws_open{kind=\\\"chat\\\"}, found by opening 3 and 5");
        assertThat(outcome(run, "count.total-restored")).isEqualTo("pass");
    }

    @Test
    void aNumberThatNeverFallsBackIsNamedButNotTaken() throws Exception {
        text = () -> "{\"served\": " + everOpened() + "}";

        CommandLineRun run = chaos("--status-url", page);

        assertThat(outcome(run, "count.opened-agrees")).isEqualTo("not_checked");
        assertThat(finding(run, "count.total-restored").at("/observed").asText())
                .startsWith(page + " /served moved with 3 and then 5 new connections, but did not fall back")
                .endsWith("--count '/served' takes it all the same");
    }

    @Test
    void whereNothingMovesCountsAreNotChecked() throws Exception {
        text = () -> "ws_open NaN\nws_limit +Inf\nup 1\n";

        CommandLineRun run = chaos("--metrics-url", page);

        assertThat(run.out()).contains("no number at " + page + " moved with 3 and then 5 new connections");
        assertThat(outcome(run, "count.opened-agrees")).isEqualTo("not_checked");
    }

    @Test
    void aPageThatIsNamedMustBeThere() {
        text = () -> "<html>";

        CommandLineRun run = chaos("--status-url", page);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(page + " answers HTML, not JSON").hasLineCount(1);
    }

    @Test
    void theConnectionsComeAsClientsDoAndSayGoodbye() throws Exception {
        text = () -> "{\"open\": " + open() + "}";

        CommandLineRun run = chaos("--status-url", page, "-H", "X-Who: wsdoc", "--hello", "good day");

        assertThat(run.out()).contains("/open, found by opening 3 and 5");
        assertThat(server.requests).allSatisfy(request -> assertThat(request).containsEntry("X-Who", "wsdoc"));
        assertThat(server.messages.stream().filter("good day"::equals)).hasSameSizeAs(server.requests);
        assertThat(server.closeCodes.stream().limit(8)).containsOnly(1000);
    }
}
