package dev.wsdoc.wire.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.wire.Conversation;
import dev.wsdoc.wire.WireLimits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that open a connection; every one also split at every byte. */
class HandshakeReaderTest {

    /** A bar stands for CR LF, KEY for the right accept header. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // The example of RFC 6455 1.3.
                "HTTP/1.1 101 Switching Protocols|Upgrade: websocket|Connection: Upgrade|KEY||",
                // Case and lists.
                "HTTP/1.1 101 X|UPGRADE: WebSocket|connection: keep-alive, Upgrade|KEY||",
                "HTTP/1.1 101 X|Upgrade: websocket|Connection: keep-alive|Connection: upgrade ,|KEY||",
                // No reason phrase, with and without its space.
                "HTTP/1.1 101|Upgrade: websocket|Connection: Upgrade|KEY||",
                "HTTP/1.1 101 |Upgrade: websocket|Connection: Upgrade|KEY||",
                // Bare line feeds (RFC 7230 3.5).
                "HTTP/1.1 101 X\nUpgrade: websocket\nConnection: Upgrade\nKEY\n\n",
                // White space around values, and an empty one.
                "HTTP/1.1 101 X|Upgrade:websocket|Connection: \t Upgrade \t|Empty:|KEY \t||",
                // A folded header (RFC 7230 3.2.4).
                "HTTP/1.1 101 X|Upgrade: websocket|Connection: keep-alive,|\tUpgrade|KEY||",
                // Interim responses (RFC 7231 6.2).
                "HTTP/1.1 100 Continue||HTTP/1.1 103 Early Hints|Link: </a>||"
                        + "HTTP/1.1 101 X|Upgrade: websocket|Connection: Upgrade|KEY||",
            })
    void opens(String answer) {
        String head = Conversation.lines(answer).replace("KEY", Conversation.ACCEPT);
        assertThat(Conversation.eventsOfAnswer(head, WireLimits.DEFAULT)).containsExactly("opened");
    }

    @Test
    void readsFramesBehindTheHeadInTheSameBuffer() {
        assertThat(Conversation.eventsOfAnswer(
                        Conversation.SWITCHING + "\u0081\u0002hi\u0089\u0000", WireLimits.DEFAULT))
                .containsExactly("opened", "TEXT hi", "PING ");
    }

    @Test
    void givesTheHeadersWhateverTheirCase() {
        String head =
                Conversation.SWITCHING.replace("Upgrade: ", "Server:  ws/1.0 (x:y)\r\nX-A: 1\r\nx-a: 2\r\nUpgrade: ");
        UpgradeResponse response = new Conversation().says(head).recorder().response;
        assertThat(response.status()).isEqualTo(101);
        assertThat(response.reasonPhrase()).isEqualTo("Switching Protocols");
        assertThat(response.header("server")).isEqualTo("ws/1.0 (x:y)");
        assertThat(response.header("X-A")).isEqualTo("1");
        assertThat(response.header("missing")).isNull();
        assertThat(response.headers()).hasSize(6);
    }

    @Test
    void takesAnOfferedSubprotocol() {
        String head = Conversation.SWITCHING.replace("Upgrade: ", "Sec-WebSocket-Protocol: chat\r\nUpgrade: ");
        Conversation conversation = new Conversation(
                        WireLimits.DEFAULT, new Offer(List.of("superchat", "chat"), Compression.NONE))
                .says(head);
        assertThat(conversation.events()).containsExactly("opened");
        assertThat(conversation.recorder().response.header("Sec-WebSocket-Protocol"))
                .isEqualTo("chat");
    }

    @Test
    void takesAHeadOfExactlyTheLimit() {
        int length = Conversation.SWITCHING.length();
        assertThat(Conversation.eventsOfAnswer(Conversation.SWITCHING, new WireLimits(length, 125)))
                .containsExactly("opened");
        assertThat(Conversation.eventsOfAnswer(Conversation.SWITCHING, new WireLimits(length - 1, 125)))
                .containsExactly("refused HEAD_TOO_LARGE 0");
    }
}
