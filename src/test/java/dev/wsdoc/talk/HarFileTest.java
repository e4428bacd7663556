package dev.wsdoc.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.talk.Turn.Speaker;
import dev.wsdoc.wire.handshake.Header;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarFileTest {
    private static final Instant THEN = Instant.parse("2026-11-25T10:00:00.250Z");

    @TempDir
    private Path folder;

    @Test
    void whatIsRecordedCanBeReadAgain() throws Exception {
        Path file = folder.resolve("talk.har");
        Turn text = new Turn(Speaker.US, THEN, Said.text("héllo"));
        Turn binary = new Turn(Speaker.SERVER, THEN.plusSeconds(2), Said.binary(new byte[] {0, -1}));
        try (HarRecorder recorder = new HarRecorder(Files.newOutputStream(file), "1")) {
            recorder.begin(
                    "ws://h/?token=secret",
                    List.of(new Header("Origin", "http://o"), new Header("Authorization", "Bearer secret")),
                    THEN,
                    new UpgradeResponse("HTTP/1.1", 101, "", List.of(new Header("Set-Cookie", "a=secret"))));
            recorder.write(text);
            recorder.write(binary);
        }

        HarFile read = HarFile.read(file);
        assertThat(read.turns()).containsExactly(text, binary);
        assertThat(read.ours()).containsExactly(text);
        assertThat(read.request().headers()).containsExactly(new Header("Origin", "http://o"));
        assertThat(file).content().doesNotContain("secret");
    }

    @Test
    void whatChromeRecordsIsUnderstood() throws Exception {
        Path file = folder.resolve("chrome.har");
        Files.writeString(file, """
                {"log": {"entries": [
                  {"request": {"url": "https://h/index.html", "headers": []}},
                  {"request": {"method": "GET", "url": "wss://h/ws", "headers": [
                      {"name": ":authority", "value": "h"}, {"name": "Host", "value": "h"},
                      {"name": "Cookie", "value": "a=1"}]},
                   "_webSocketMessages": [
                     {"type": "send", "time": 1700000000.5, "opcode": 1, "data": "hi"},
                     {"type": "receive", "time": 1700000000.75, "opcode": 2, "data": "AP8="}]}]}}
                """);

        HarFile har = HarFile.read(file);
        assertThat(har.request().url()).isEqualTo("wss://h/ws");
        assertThat(har.request().headers()).containsExactly(new Header("Cookie", "a=1"));
        assertThat(har.turns())
                .containsExactly(
                        new Turn(Speaker.US, Instant.ofEpochMilli(1_700_000_000_500L), Said.text("hi")),
                        new Turn(Speaker.SERVER, Instant.ofEpochMilli(1_700_000_000_750L), Said.binary(new byte[] {0, -1
                        })));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not json                                                                    | is not JSON
            {}                                                                          | no WebSocket was recorded
            {"log":{"entries":[{"request":{"url":"ws://h"}}]}}                          | no WebSocket was recorded
            {"log":{"entries":[{"_webSocketMessages":[{"opcode":2,"data":"?"}]}]}}      | base64
            {"log":{"entries":[{"_webSocketMessages":[],"request":{"headers":[{"name":"a b"}]}}]}} | is not a token
            """)
    void whatIsNoRecordingIsRefused(String text, String complaint) throws Exception {
        Path file = folder.resolve("bad.har");
        Files.writeString(file, text);

        assertThatThrownBy(() -> HarFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(complaint);
    }
}
