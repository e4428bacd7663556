package dev.wsdoc.wire.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.wire.Conversation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeRequestTest {

    @Test
    void encodesTheWholeRequest() {
        UpgradeRequest request = new UpgradeRequest(
                "localhost:8000", "/ws/echo?a=%20", List.of(new Header("Origin", "http://a.example")));
        assertThat(text(request.encode(Conversation.NONCE)))
                .isEqualTo(Conversation.lines("GET /ws/echo?a=%20 HTTP/1.1|Host: localhost:8000|"
                        + "Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|"
                        + "Sec-WebSocket-Version: 13|Origin: http://a.example||"));
    }

    @Test
    void preparesWhatDiffersOnlyInItsKey() {
        UpgradeRequest request = new UpgradeRequest("a", "/", List.of());
        UpgradeTemplate template = request.prepare();
        ByteBuffer out = ByteBuffer.allocateDirect(2 * template.length());
        template.encode(Conversation.NONCE, out);
        template.encode(new byte[16], out);
        assertThat(out.hasRemaining()).isFalse();
        assertThat(text(out.flip()))
                .isEqualTo(text(request.encode(Conversation.NONCE)) + text(request.encode(new byte[16])))
                .contains("Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n");
    }

    @Test
    void listsTheSubprotocolsItOffers() {
        List<Header> headers = List.of(
                new Header("sec-websocket-protocol", "chat, superchat"), new Header("Sec-WebSocket-Protocol", "x,"));
        assertThat(new UpgradeRequest("a", "/", headers).subprotocols()).containsExactly("chat", "superchat", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ws", "/a b", "/a\r\nX: y", "/ä", "http://a/"})
    void refusesAResourceThatBreaksTheLine(String resource) {
        assertThatThrownBy(() -> new UpgradeRequest("a", resource, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("resource ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nX: y", "ä"})
    void refusesAHostThatBreaksTheLine(String host) {
        assertThatThrownBy(() -> new UpgradeRequest(host, "/", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("host ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "UPGRADE", "connection", "Sec-WebSocket-Key", "Sec-WebSocket-Extensions"})
    void refusesHeadersThatItWritesItself(String name) {
        assertThatThrownBy(() -> new UpgradeRequest("a", "/", List.of(new Header(name, "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "ä", "a\n"})
    void refusesAHeaderNameThatIsNoToken(String name) {
        assertThatThrownBy(() -> new Header(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "a\nb", "a\0b", "a\r\nX: y"})
    void refusesAHeaderValueThatBreaksTheLine(String value) {
        assertThatThrownBy(() -> new Header("Name", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CR, LF or NUL");
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }
}
