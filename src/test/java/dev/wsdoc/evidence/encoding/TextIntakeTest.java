package dev.wsdoc.evidence.encoding;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextIntakeTest {
    private static final String TEXT = "ERROR 管道 é 😀\r\nnext";

    private static String read(Encoding encoding, byte[] log, int piece) {
        TextIntake intake = new TextIntake(encoding);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < log.length; from += piece) {
            out.writeBytes(intake.take(log, from, Math.min(log.length, from + piece)));
        }
        out.writeBytes(intake.end());
        return out.toString(UTF_8);
    }

    static Stream<Arguments> logs() {
        return Stream.of(
                Arguments.of(Encoding.FOUND_OUT, TEXT.getBytes(UTF_8)),
                Arguments.of(Encoding.FOUND_OUT, ("\ufeff" + TEXT).getBytes(UTF_8)),
                Arguments.of(Encoding.FOUND_OUT, ("\ufeff" + TEXT).getBytes(UTF_16LE)),
                Arguments.of(Encoding.FOUND_OUT, ("\ufeff" + TEXT).getBytes(UTF_16BE)),
                Arguments.of(Encoding.FOUND_OUT, TEXT.getBytes(UTF_16LE)),
                Arguments.of(Encoding.FOUND_OUT, TEXT.getBytes(UTF_16BE)),
                Arguments.of(named("UTF-16"), ("\ufeff" + TEXT).getBytes(UTF_16LE)),
                Arguments.of(named("GB18030"), TEXT.getBytes(Charset.forName("GB18030"))),
                Arguments.of(named("UTF-32"), TEXT.getBytes(Charset.forName("UTF-32"))));
    }

    private static Encoding named(String charset) {
        return new Encoding(Charset.forName(charset));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void givesUtf8BackInWhateverPiecesItCame(Encoding encoding, byte[] log) {
        for (int piece : new int[] {1, 2, 3, 5, 1_000}) {
            assertThat(read(encoding, log, piece)).as("pieces of " + piece).isEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "é", "\0\0\0\0ERROR", "\0ERROR", "\0\0", "a\0b"})
    void leavesOtherBeginningsAsTheyAre(String text) {
        assertThat(read(Encoding.FOUND_OUT, text.getBytes(UTF_8), 1)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff"})
    void readsOnWithinALogThatBeganLikeThis(String mark) {
        TextIntake intake = TextIntake.within(Encoding.FOUND_OUT, (mark + "ab").getBytes(UTF_16LE));
        assertThat(intake.isPlain()).isFalse();
        byte[] more = "more".getBytes(UTF_16LE);
        assertThat(new String(intake.take(more, 0, more.length), UTF_8)).isEqualTo("more");
        assertThat(TextIntake.within(Encoding.FOUND_OUT, "abcd".getBytes(UTF_8)).isPlain())
                .isTrue();
    }
}
