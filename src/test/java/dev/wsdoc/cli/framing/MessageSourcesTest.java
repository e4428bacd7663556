package dev.wsdoc.cli.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.talk.Said;
import dev.wsdoc.talk.Turn;
import dev.wsdoc.talk.Turn.Speaker;
import dev.wsdoc.wire.frame.Opcode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageSourcesTest {
    private static List<String> texts(MessageSource source) throws Exception {
        List<String> all = new ArrayList<>();
        for (Said next = source.next(); next != null; next = source.next()) {
            all.add(next.text());
        }
        return all;
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One byte at a time, as a terminal or a slow pipe may give them. */
    private static InputStream trickle(String text) {
        return new InputStream() {
            private final InputStream in = input(text);

            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int start, int length) throws IOException {
                return in.read(bytes, start, 1);
            }
        };
    }

    @Test
    void linesAreMessagesHoweverTheyCome() throws Exception {
        String text = "a\r\n\nwörld\nc\rd\nlast\r";
        for (InputStream in : List.of(input(text), trickle(text))) {
            assertThat(texts(new LineSource(in, (byte) '\n', Opcode.TEXT)))
                    .containsExactly("a", "", "wörld", "c\rd", "last\r");
        }
    }

    @Test
    void anEmptyInputHasNoMessage() throws Exception {
        assertThat(texts(Framing.LINES.source(input("")))).isEmpty();
        assertThat(texts(Framing.BLOCKS.source(input("")))).isEmpty();
        assertThat(texts(Framing.JSON_LINES.source(input("\n \n")))).isEmpty();
    }

    @Test
    void aLineMayBeLongerThanTheBuffer() throws Exception {
        String line = "x".repeat(300_000);
        assertThat(texts(Framing.LINES.source(input("a\n" + line + "\nb")))).containsExactly("a", line, "b");
    }

    @Test
    void aLineWithoutEndIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int start, int length) {
                return length;
            }
        };
        assertThatThrownBy(() -> Framing.LINES.source(endless).next())
                .isInstanceOf(IOException.class)
                .hasMessage("a message of the input has more than 64 MiB");
    }

    @Test
    void onlyWhatIsThereCountsAsNext() throws Exception {
        MessageSource source = Framing.LINES.source(input("a\nb\nc"));
        assertThat(source.next()).isEqualTo(Said.text("a"));
        assertThat(source.hasNext()).isTrue();
        assertThat(source.next()).isEqualTo(Said.text("b"));
        assertThat(source.hasNext()).isFalse();
        assertThat(source.next()).isEqualTo(Said.text("c"));
    }

    @Test
    void jsonLinesSayWhatTheyAre() throws Exception {
        MessageSource source = Framing.JSON_LINES.source(input("""
                {"data":"hi","time":"skipped","x":{"type":"ping"}}
                {"type":"ping","data":"p"}
                {"type":"pong","data":""}
                {"base64":"AP8="}
                {"type":"binary","data":"b"}
                {"type":"text","size":1,"base64":"YQ==","data":null}
                """));
        assertThat(source.next()).isEqualTo(Said.text("hi"));
        assertThat(source.next()).isEqualTo(new Said(Opcode.PING, ByteBuffer.wrap(new byte[] {'p'})));
        assertThat(source.next()).isEqualTo(new Said(Opcode.PONG, ByteBuffer.allocate(0)));
        assertThat(source.next()).isEqualTo(Said.binary(new byte[] {0, -1}));
        assertThat(source.next()).isEqualTo(Said.binary(new byte[] {'b'}));
        assertThat(source.next()).isEqualTo(Said.text("a"));
        assertThat(source.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nonsense                | line 2 of the input is not JSON
            [1]                     | line 2 of the input: it is no JSON object
            {"type":"close"}        | line 2 of the input: type 'close' is none of text, binary, ping, pong
            {"type":"text"}         | line 2 of the input: it has neither data nor base64
            {"base64":"?"}          | line 2 of the input: Input byte
            """)
    void aWrongLineIsNamed(String line, String complaint) throws Exception {
        MessageSource source = Framing.JSON_LINES.source(input("{\"data\":\"\"}\n" + line));
        source.next();
        assertThatThrownBy(source::next).isInstanceOf(IOException.class).hasMessageStartingWith(complaint);
    }

    @Test
    void aPingTakesNoMoreThanItMay() {
        MessageSource source =
                Framing.JSON_LINES.source(input("{\"type\":\"ping\",\"data\":\"" + "x".repeat(126) + "\"}"));
        assertThatThrownBy(source::next).hasMessage("line 1 of the input: a ping takes at most 125 bytes");
    }

    @Test
    void aRecordingIsSaidAtItsPace() throws Exception {
        Instant then = Instant.EPOCH;
        HarSource source = new HarSource(List.of(
                new Turn(Speaker.US, then, Said.text("a")),
                new Turn(Speaker.US, then.plusMillis(150), Said.text("b")),
                new Turn(Speaker.US, then, Said.text("c"))));
        long begin = System.nanoTime();
        assertThat(texts(source)).containsExactly("a", "b", "c");
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(150_000_000);
    }
}
