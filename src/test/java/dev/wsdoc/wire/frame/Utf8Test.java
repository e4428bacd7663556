package dev.wsdoc.wire.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.wire.Conversation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "7f",
                "c280",
                "dfbf",
                "e0a080",
                "ed9fbf",
                "ee8080",
                "efbfbf",
                "f0908080",
                "f48fbfbf",
                "cebae1bdb9cf83cebcceb5",
                "6162636465666768 c3a4 6162636465666768 e282ac 61",
            })
    void acceptsWithEverySplit(String text) {
        byte[] bytes = Conversation.hex(text);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(inTwo(bytes, cut)).as("split at %d", cut).isEqualTo(Utf8.BOUNDARY);
        }
    }

    /** Text, then the index of the byte that cannot be right: it is rejected with that byte and not before. */
    @ParameterizedTest
    @CsvSource({
        "80, 0, a continuation alone",
        "bf, 0, a continuation alone",
        "c080, 0, overlong in two",
        "c1bf, 0, overlong in two",
        "e080af, 1, overlong in three",
        "e09fbf, 1, overlong in three",
        "f08080af, 1, overlong in four",
        "f08fbfbf, 1, overlong in four",
        "eda080, 1, the first surrogate",
        "edbfbf, 1, the last surrogate",
        "f4908080, 1, U+110000",
        "f5808080, 0, beyond four bytes' range",
        "f88880808080, 0, five bytes",
        "fe, 0, never a byte of UTF-8",
        "ff, 0, never a byte of UTF-8",
        "c341, 1, a letter for a continuation",
        "e28241, 2, a letter for a continuation",
        "f09f98c3, 3, a lead for a continuation",
        "61626364656667ff, 7, at the end of eight bytes",
        "6162636465666768c0, 8, behind eight bytes",
    })
    void rejectsAtTheFirstWrongByte(String text, int wrong, String what) {
        byte[] bytes = Conversation.hex(text);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        assertThat(Utf8.advance(Utf8.BOUNDARY, buffer, 0, wrong)).as(what).isNotEqualTo(Utf8.REJECTED);
        assertThat(Utf8.advance(Utf8.BOUNDARY, buffer, 0, wrong + 1)).as(what).isEqualTo(Utf8.REJECTED);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(inTwo(bytes, cut)).as("split at %d", cut).isEqualTo(Utf8.REJECTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c3", "e2", "e282", "f0", "f09f", "f09f98", "61c3"})
    void isWithinACharacter(String text) {
        byte[] bytes = Conversation.hex(text);
        assertThat(inTwo(bytes, 0)).isNotIn(Utf8.BOUNDARY, Utf8.REJECTED);
    }

    @Test
    void agreesWithTheJdkOnRandomBytes() {
        Random random = new Random(6455);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = plausible(random);
            boolean valid = inTwo(bytes, random.nextInt(bytes.length)) == Utf8.BOUNDARY;
            assertThat(valid).as("%s", (Object) bytes).isEqualTo(jdkAccepts(bytes));
        }
    }

    /** A valid text in which one byte in four times was replaced. */
    private static byte[] plausible(Random random) {
        int[] points = random.ints(1 + random.nextInt(12), 0, 0x110000)
                .map(point -> random.nextBoolean() ? point % 0x80 : point)
                .filter(point -> point < 0xd800 || point > 0xdfff)
                .toArray();
        byte[] bytes = ("." + new String(points, 0, points.length)).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) != 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static boolean jdkAccepts(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int inTwo(byte[] bytes, int cut) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return Utf8.advance(Utf8.advance(Utf8.BOUNDARY, buffer, 0, cut), buffer, cut, bytes.length);
    }
}
