package dev.wsdoc.wire.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.wire.Conversation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameWriterTest {

    /** The key of RFC 6455 5.7. */
    private static final int MASK = 0x37fa213d;

    @Test
    void writesTheMaskedExamplesOfTheRfc() {
        assertHex(FrameWriter.text("Hello", MASK), "81 85 37fa213d 7f9f4d5158");
        assertHex(FrameWriter.pong(bytes("48656c6c6f"), MASK), "8a 85 37fa213d 7f9f4d5158");
    }

    @Test
    void writesEachKindOfFrame() {
        assertHex(FrameWriter.text("", 0), "81 80 00000000");
        assertHex(FrameWriter.text("ä", 0), "81 82 00000000 c3a4");
        assertHex(FrameWriter.binary(bytes("00ff"), 0x01020304), "82 82 01020304 01fd");
        assertHex(FrameWriter.ping(bytes(""), 0), "89 80 00000000");
        assertHex(FrameWriter.close(1000, "bye", 0), "88 85 00000000 03e8 627965");
        assertHex(FrameWriter.close(CloseCode.NO_STATUS, "", 0), "88 80 00000000");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 82 80, 6",
        "125, 82 fd, 131",
        "126, 82 fe 007e, 134",
        "65535, 82 fe ffff, 65543",
        "65536, 82 ff 0000000000010000, 65550",
    })
    void writesTheShortestLengthForm(int length, String header, int encoded) {
        ByteBuffer frame = FrameWriter.binary(ByteBuffer.allocate(length), 0);
        assertThat(frame.remaining()).isEqualTo(encoded).isEqualTo(FrameWriter.encodedLength(length));
        byte[] start = Conversation.hex(header);
        assertThat(frame.slice(0, start.length)).isEqualTo(ByteBuffer.wrap(start));
    }

    /** Every length up to three longs, whatever the byte orders, so that words and tail are both right. */
    @Test
    void masksByteByByteWhateverTheOrder() {
        for (int length = 0; length <= 24; length++) {
            for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
                ByteBuffer payload = ByteBuffer.allocate(length + 1).order(order);
                ByteBuffer out = ByteBuffer.allocateDirect(40).order(ByteOrder.LITTLE_ENDIAN);
                FrameWriter.write(out, Opcode.BINARY, payload.position(1), 0x81c2a3f4);
                assertThat(payload.position()).isEqualTo(1);
                String keys = "81c2a3f4".repeat(6).substring(0, 2 * length);
                assertHex(out.flip().position(2), "81c2a3f4" + keys);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSE", "PING", "PONG"})
    void refusesALongControlFrame(Opcode opcode) {
        ByteBuffer out = ByteBuffer.allocate(200);
        assertThatThrownBy(() -> FrameWriter.write(out, opcode, ByteBuffer.allocate(126), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("126 bytes");
        assertThat(out.position()).isZero();
    }

    @Test
    void refusesACloseThatMayNotBe() {
        for (int code : new int[] {0, 999, 1004, 1005, 1006, 1015, 2999, 5000}) {
            assertThatThrownBy(() -> FrameWriter.close(code, "x", 0)).hasMessageContaining("close code " + code);
        }
        assertThatThrownBy(() -> FrameWriter.close(1000, "ä".repeat(62), 0)).hasMessageContaining("124 bytes");
        assertThat(FrameWriter.close(1000, "a".repeat(123), 0).remaining()).isEqualTo(131);
    }

    @Test
    void knowsTheCloseCodes() {
        for (int code : new int[] {1000, 1003, 1007, 1010, 3000, 4999}) {
            assertThat(CloseCode.maySend(code)).as("%d", code).isTrue();
        }
        for (int code : new int[] {1011, 1012, 1013, 1014}) {
            assertThat(CloseCode.onTheWire(code)).as("%d", code).isTrue();
            assertThat(CloseCode.maySend(code)).as("%d", code).isFalse();
        }
    }

    @Test
    void knowsTheOpcodes() {
        for (int code = -1; code <= 16; code++) {
            Opcode opcode = Opcode.of(code);
            assertThat(opcode == null || opcode.code() == code).isTrue();
        }
        assertThat(Opcode.of(3)).isNull();
        assertThat(Opcode.of(10)).isEqualTo(Opcode.PONG);
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(Conversation.hex(hex));
    }

    private static void assertHex(ByteBuffer frame, String hex) {
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(hex.replace(" ", ""));
    }
}
