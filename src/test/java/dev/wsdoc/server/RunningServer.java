package dev.wsdoc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.model.ConnectionInfo;
import dev.wsdoc.model.Json;
import dev.wsdoc.model.ServerStats;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.event.Level;

/** A real server on a port of its own, with its log at DEBUG in a file. */
final class RunningServer implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path logFile;
    private final ServerLog log;
    private final ReferenceServer server;

    private RunningServer(Path logFile, ServerLog log, ReferenceServer server) {
        this.logFile = logFile;
        this.log = log;
        this.server = server;
    }

    /** Starts with the defaults, changed. */
    static RunningServer start(UnaryOperator<ServerConfig> change) throws IOException {
        Path file = Files.createTempFile("wsdoc-server", ".log");
        ServerLog log = ServerLog.open(new LogTarget.File(file), Level.DEBUG, LogFormat.TEXT);
        ServerConfig config = change.apply(ServerConfig.defaults().withPort(0));
        return new RunningServer(file, log, ReferenceServer.start(config, log.logger()));
    }

    static RunningServer healthy() throws IOException {
        return start(UnaryOperator.identity());
    }

    static RunningServer sick(Defect defect) throws IOException {
        return start(config -> config.withDefect(defect));
    }

    int port() {
        return server.port();
    }

    ReferenceServer server() {
        return server;
    }

    RawClient open(String path) throws IOException {
        return RawClient.open(port(), path);
    }

    ServerStats stats() {
        return server.stats();
    }

    ServerStats awaitStats(Predicate<ServerStats> condition) {
        return await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(5))
                .until(this::stats, condition);
    }

    /** The listed connection with that id; fails when there is none. */
    ConnectionInfo info(String id) {
        return stats().connections().items().stream()
                .filter(info -> info.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    JsonNode cleanup() throws IOException, InterruptedException {
        return Json.mapper().readTree(post("/api/debug/cleanup-websockets").body());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    List<String> logLines() throws IOException {
        return Files.readAllLines(logFile);
    }

    void awaitLogLine(String part) {
        await().atMost(Duration.ofSeconds(15)).until(() -> logLines().stream().anyMatch(line -> line.contains(part)));
    }

    /** Stops, and holds the server to what is always true of a healthy one. */
    void closeHealthy() throws IOException {
        close();
        ServerStats last = stats();
        assertThat(last.balance().balanced()).as("balance %s", last.balance()).isTrue();
        assertThat(last.totalConnections()).isZero();
        assertThat(logLines()).noneMatch(line -> line.contains(" ERROR ") || line.contains("Unexpected error"));
        Files.delete(logFile);
    }

    @Override
    public void close() {
        server.close();
        log.close();
    }
}
