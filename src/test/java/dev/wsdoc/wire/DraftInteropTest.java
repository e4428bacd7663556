package dev.wsdoc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.FrameWriter;
import dev.wsdoc.wire.handshake.AcceptKey;
import dev.wsdoc.wire.handshake.Header;
import dev.wsdoc.wire.handshake.UpgradeRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.BinaryFrame;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.framing.TextFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.HandshakeImpl1Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Java-WebSocket's engine as an independent peer: it reads what we write, and we read what it writes. */
class DraftInteropTest {

    private static final long SEED = 6455;

    private final Draft_6455 server = new Draft_6455();
    private final Random random = new Random(SEED);

    @BeforeEach
    void isAServer() {
        server.setParseMode(Role.SERVER);
    }

    @Test
    void agreesOnTheHandshake() throws InvalidHandshakeException {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        UpgradeRequest request =
                new UpgradeRequest("localhost:1", "/ws?x=1", List.of(new Header("Origin", "http://a")));
        ClientHandshake seen = (ClientHandshake) server.translateHandshake(request.encode(nonce));
        assertThat(seen.getResourceDescriptor()).isEqualTo("/ws?x=1");
        assertThat(seen.getFieldValue("Origin")).isEqualTo("http://a");
        server.acceptHandshakeAsServer(seen);
        List<ByteBuffer> answer =
                server.createHandshake(server.postProcessHandshakeResponseAsServer(seen, new HandshakeImpl1Server()));
        Recorder recorder = new Recorder(() -> {});
        ClientProtocol protocol = new ClientProtocol(nonce, WireLimits.DEFAULT);
        answer.forEach(part -> protocol.receive(part, new AcceptKey(), recorder));
        assertThat(recorder.events).containsExactly("opened");
    }

    @Test
    void readsWhatWeWrite() throws InvalidDataException {
        for (int length : new int[] {0, 1, 7, 8, 9, 125, 126, 127, 1000, 65535, 65536, 100_000}) {
            byte[] payload = new byte[length];
            random.nextBytes(payload);
            Framedata frame = only(FrameWriter.binary(ByteBuffer.wrap(payload), random.nextInt()));
            assertThat(frame.getOpcode()).isEqualTo(Opcode.BINARY);
            assertThat(frame.isFin()).isTrue();
            assertThat(frame.getPayloadData()).isEqualTo(ByteBuffer.wrap(payload));
        }
    }

    @Test
    void readsOurControlFrames() throws InvalidDataException {
        assertThat(only(FrameWriter.ping(ByteBuffer.wrap(new byte[] {1}), random.nextInt()))
                        .getOpcode())
                .isEqualTo(Opcode.PING);
        assertThat(only(FrameWriter.pong(ByteBuffer.wrap(new byte[] {1}), random.nextInt()))
                        .getOpcode())
                .isEqualTo(Opcode.PONG);
        CloseFrame close = (CloseFrame) only(FrameWriter.close(4000, "tschüß", random.nextInt()));
        assertThat(close.getCloseCode()).isEqualTo(4000);
        assertThat(close.getMessage()).isEqualTo("tschüß");
        CloseFrame withoutCode = (CloseFrame) only(FrameWriter.close(CloseCode.NO_STATUS, "", random.nextInt()));
        assertThat(withoutCode.getCloseCode()).as("the engine's word for none").isEqualTo(CloseFrame.NORMAL);
    }

    @Test
    void writesWhatWeRead() {
        BinaryFrame binary = new BinaryFrame();
        binary.setPayload(ByteBuffer.wrap(new byte[] {1, 2}));
        TextFrame first = new TextFrame();
        first.setFin(false);
        first.setPayload(ByteBuffer.wrap(new byte[] {'a'}));
        PingFrame ping = new PingFrame();
        ping.setPayload(ByteBuffer.wrap(new byte[] {3}));
        CloseFrame close = new CloseFrame();
        close.setCode(1001);
        close.setReason("going");
        Conversation conversation = Conversation.opened();
        for (Framedata frame : List.of(binary, ping, first)) {
            says(conversation, frame);
        }
        says(conversation.saysHex("80 01 62"), close);
        assertThat(conversation.events()).containsExactly("BINARY 0102", "PING 03", "TEXT ab", "CLOSE 1001 going");
    }

    private void says(Conversation conversation, Framedata frame) {
        ByteBuffer encoded = server.createBinaryFrame(frame);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        conversation.says(bytes);
    }

    private Framedata only(ByteBuffer encoded) throws InvalidDataException {
        List<Framedata> frames = server.translateFrame(encoded);
        assertThat(frames).hasSize(1);
        return frames.get(0);
    }
}
