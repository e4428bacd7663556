package dev.wsdoc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wsdoc.Integration;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose limits were set beyond the memory that it has: one message is too much, and everybody else is served on. */
@Integration
@Timeout(90)
class ServeWithoutMemoryTest {
    private static final Pattern PORT = Pattern.compile("on http://127\\.0\\.0\\.1:(\\d+)");
    private static final int TOO_MUCH = 60 << 20;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final WsdocProcess wsdoc = new WsdocProcess();

    @AfterEach
    void endWhatStillRuns() {
        wsdoc.close();
    }

    @Test
    void tellsOfItAtErrorAndServesOn() throws Exception {
        Path log = folder.resolve("server.log");
        int port = serve(log);
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        WebSocket bystander = open(port, listener(heard, new CompletableFuture<>()));
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        WebSocket greedy = open(port, listener(new LinkedBlockingQueue<>(), over));

        CompletableFuture<WebSocket> sent = greedy.sendBinary(ByteBuffer.allocate(TOO_MUCH), true);

        await().atMost(30, TimeUnit.SECONDS).until(() -> Files.readString(log).contains("OutOfMemoryError"));
        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains(" ERROR wsdoc - Handling echo-2 failed; it is cut off"));
        assertThat(over.get(30, TimeUnit.SECONDS)).isTrue();
        await().until(sent::isDone);
        bystander.sendText("still there?", true).get(10, TimeUnit.SECONDS);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("still there?");
        open(port, listener(heard, new CompletableFuture<>())).abort();
        assertThat(status(port)).contains("\"RESOURCES\":1").contains("\"balanced\":true");
        bystander.abort();
    }

    private int serve(Path log) throws IOException {
        Process server = wsdoc.startWithHeap(
                "48m",
                "serve",
                "--port=0",
                "--max-message-size=64M",
                "--max-buffered=1G",
                "--log-file=" + log,
                "--log-level=debug");
        try (BufferedReader out = server.inputReader(UTF_8)) {
            Matcher port = PORT.matcher(String.valueOf(out.readLine()));
            assertThat(port.find()).isTrue();
            return Integer.parseInt(port.group(1));
        }
    }

    private WebSocket open(int port, WebSocket.Listener listener) throws Exception {
        return http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/echo"), listener)
                .get(10, TimeUnit.SECONDS);
    }

    private String status(int port) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + port + "/api/debug/websocket-status");
        return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                .body();
    }

    private static WebSocket.Listener listener(BlockingQueue<String> heard, CompletableFuture<Boolean> over) {
        return new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                heard.add(text.toString());
                socket.request(1);
                return CompletableFuture.completedStage(null);
            }

            @Override
            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                over.complete(true);
                return CompletableFuture.completedStage(null);
            }

            @Override
            public void onError(WebSocket socket, Throwable failure) {
                over.complete(true);
            }
        };
    }
}
