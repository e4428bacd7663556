package dev.wsdoc.server.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a request's head, and what only looks like one. */
class RequestHeadTest {
    private static @Nullable RequestHead parse(String... lines) {
        byte[] bytes = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1);
        return RequestHead.parse(bytes, bytes.length);
    }

    @Test
    void joinsWhatIsRepeatedAndFindsEachOfIt() {
        RequestHead head = parse(
                "GET /ws/echo?x=1 HTTP/1.1", "Connection: keep-alive", "connection:  Upgrade ", "Upgrade: WebSocket");

        assertThat(head.path()).isEqualTo("/ws/echo");
        assertThat(head.header("connection")).isEqualTo("keep-alive, Upgrade");
        assertThat(head.hasToken("connection", "upgrade")).isTrue();
        assertThat(head.hasToken("connection", "up")).isFalse();
        assertThat(head.hasToken("origin", "x")).isFalse();
        assertThat(head.wantsWebSocket()).isTrue();
        assertThat(head.webSocketKey()).isEmpty();
    }

    @Test
    void takesTheVersionsOfHttpOne() {
        assertThat(parse("GET / HTTP/1.0").version()).isEqualTo("HTTP/1.0");
        assertThat(parse("GET / HTTP/1.1").path()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET",
                "GET /",
                "GET / HTTP/1.1 x",
                " / HTTP/1.1",
                "GET  HTTP/1.1",
                "GET / HTTP/2",
                "GET / ICY/1.1"
            })
    void isNoRequestLine(String line) {
        assertThat(parse(line)).isNull();
    }

    /** A name that is missing, a line without a colon (the next one's does not count), controls that could forge log lines. */
    @ParameterizedTest
    @ValueSource(strings = {": value", "nothing", "A: b\nC: d", "A: b\rC: d", "A: \u0000", "A: \u001b[2J", "A: \u007f"})
    void isNoHeader(String line) {
        assertThat(parse("GET / HTTP/1.1", line, "Host: a")).isNull();
    }

    @Test
    void aTabIsASpace() {
        assertThat(parse("GET / HTTP/1.1", "A:\tb\tc").header("a")).isEqualTo("b\tc");
    }
}
