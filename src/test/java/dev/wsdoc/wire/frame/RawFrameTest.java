package dev.wsdoc.wire.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.wire.frame.RawFrame.LengthForm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RawFrameTest {

    private static final RawFrame HELLO =
            RawFrame.of(Opcode.TEXT, ByteBuffer.wrap("Hello".getBytes(StandardCharsets.US_ASCII)));

    @Test
    void beginsCorrect() {
        assertThat(HELLO.withMask(0x37fa213d).encode()).isEqualTo(FrameWriter.text("Hello", 0x37fa213d));
        ByteBuffer large = ByteBuffer.allocate(70_000);
        assertThat(RawFrame.of(Opcode.BINARY, large).encode()).isEqualTo(FrameWriter.binary(large, 0));
    }

    @Test
    void writesEachFieldAsItStands() {
        assertThat(hex(HELLO.unfinished())).startsWith("0185");
        assertThat(hex(HELLO.withRsv(5))).startsWith("d185");
        assertThat(hex(HELLO.withOpcode(11))).startsWith("8b85");
        assertThat(hex(HELLO.unmasked())).isEqualTo("810548656c6c6f");
        assertThat(hex(HELLO.unmasked().withMask(1))).isEqualTo("8185000000014865" + "6c6d6f");
    }

    @Test
    void claimsAnyLength() {
        RawFrame plain = HELLO.unmasked();
        assertThat(hex(plain.withClaimedLength(125))).isEqualTo("817d48656c6c6f");
        assertThat(hex(plain.withClaimedLength(126))).isEqualTo("817e007e48656c6c6f");
        assertThat(hex(plain.withClaimedLength(200_000_000))).isEqualTo("817f000000000bebc20048656c6c6f");
        assertThat(hex(plain.withClaimedLength(Long.MIN_VALUE))).isEqualTo("817f800000000000000048656c6c6f");
    }

    @Test
    void writesTheLengthInAnyForm() {
        RawFrame plain = HELLO.unmasked();
        assertThat(hex(plain.withLengthForm(LengthForm.SIXTEEN_BITS))).isEqualTo("817e000548656c6c6f");
        assertThat(hex(plain.withLengthForm(LengthForm.SIXTY_FOUR_BITS))).isEqualTo("817f000000000000000548656c6c6f");
        assertThat(hex(plain.withLengthForm(LengthForm.SEVEN_BITS))).isEqualTo("810548656c6c6f");
    }

    @Test
    void refusesWhatDoesNotFitItsBits() {
        assertThatThrownBy(() -> HELLO.withRsv(8)).hasMessage("rsv is 8, allowed are 0 to 7");
        assertThatThrownBy(() -> HELLO.withOpcode(16)).hasMessage("opcode is 16, allowed are 0 to 15");
        assertThatThrownBy(() -> HELLO.withClaimedLength(126).withLengthForm(LengthForm.SEVEN_BITS))
                .hasMessageContaining("126");
        assertThatThrownBy(() -> HELLO.withClaimedLength(65536).withLengthForm(LengthForm.SIXTEEN_BITS))
                .hasMessageContaining("65536");
    }

    @Test
    void encodesTheSameAgain() {
        assertThat(HELLO.encode()).isEqualTo(HELLO.encode());
    }

    private static String hex(RawFrame frame) {
        ByteBuffer encoded = frame.encode();
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
