package dev.wsdoc.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.wire.frame.FrameReader;
import dev.wsdoc.wire.frame.WireState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ClientProtocolTest {

    @Test
    void goesThroughItsStates() {
        Conversation conversation = new Conversation();
        assertThat(conversation.state()).isEqualTo(WireState.CONNECTING);
        conversation.says(Conversation.SWITCHING);
        assertThat(conversation.state()).isEqualTo(WireState.OPEN);
        conversation.saysHex("88 02 03e8");
        assertThat(conversation.state()).isEqualTo(WireState.CLOSING);
        conversation.ends();
        assertThat(conversation.state()).isEqualTo(WireState.ENDED);
        assertThat(conversation.events()).containsExactly("opened", "CLOSE 1000 ", "ended");
    }

    @Test
    void endsWithoutACloseFrameAndWithinAFrame() {
        assertThat(Conversation.opened().ends().events()).containsExactly("ended");
        assertThat(Conversation.opened().saysHex("81 05 61").ends().events()).containsExactly("ended");
    }

    @Test
    void tellsAnEndOnce() {
        Conversation conversation = Conversation.opened().ends().ends().saysHex("81 01 61");
        assertThat(conversation.events()).containsExactly("ended");
        assertThat(new Conversation().ends().ends().events()).containsExactly("refused CUT 0");
    }

    @Test
    void ignoresWhatFollowsARefusal() {
        Conversation conversation = new Conversation().says("HTTP/1.1 404 X\r\n\r\n" + Conversation.SWITCHING);
        assertThat(conversation.says(Conversation.SWITCHING).ends().events()).containsExactly("refused STATUS 404");
        assertThat(conversation.state()).isEqualTo(WireState.FAILED);
    }

    @Test
    void hasItsNewStateWhenItTellsTheEvent() {
        assertThat(new Conversation()
                        .says(Conversation.SWITCHING)
                        .saysHex("81 01 61 88 00")
                        .ends()
                        .states())
                .containsExactly(WireState.OPEN, WireState.OPEN, WireState.CLOSING, WireState.ENDED);
        assertThat(Conversation.opened().saysHex("83").states()).endsWith(WireState.FAILED);
        assertThat(new Conversation().says("no").states()).containsExactly(WireState.FAILED);
    }

    @Test
    void handsOutASliceOfTheInputWhereItCan() {
        ByteBuffer in = ByteBuffer.wrap(Conversation.hex("82 02 0102 82 02 03")).order(ByteOrder.LITTLE_ENDIAN);
        Recorder recorder = new Recorder(() -> {});
        FrameReader reader = new FrameReader(125, null);
        reader.read(in, recorder);
        assertThat(recorder.payload.array()).isSameAs(in.array());
        reader.read(ByteBuffer.wrap(new byte[] {4}), recorder);
        assertThat(recorder.events).containsExactly("BINARY 0102", "BINARY 0304");
        assertThat(recorder.payload.array()).isNotSameAs(in.array());
    }

    @Test
    void wantsANonceOf16Bytes() {
        assertThatThrownBy(() -> new ClientProtocol(new byte[15], WireLimits.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15 bytes");
    }
}
