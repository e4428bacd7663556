package dev.wsdoc.wire.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.wire.Conversation;
import dev.wsdoc.wire.WireLimits;
import dev.wsdoc.wire.handshake.Compression;
import dev.wsdoc.wire.handshake.Offer;
import dev.wsdoc.wire.handshake.UpgradeRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** permessage-deflate, with the examples of RFC 7692 section 7.2.3; frames are split at every byte. */
class DeflateTest {
    private static final String HELLO = "c1 07 f248cdc9c90700";

    @ParameterizedTest
    @CsvSource({
        "permessage-deflate, 'c1 07 f248cdc9c90700', a compressed block",
        "permessage-deflate, '41 03 f248cd 80 04 c9c90700', in two fragments",
        "permessage-deflate, '41 03 f248cd 89 00 80 04 c9c90700', in two fragments with a ping between",
        "permessage-deflate, 'c1 0b 000500faff48656c6c6f00', a block without compression",
        "permessage-deflate, 'c1 08 f348cdc9c9070000', a final block",
        "permessage-deflate, 'c1 0d f248050000 00ffffcac9c90700', two blocks",
        "permessage-deflate, '81 05 48656c6c6f', not compressed at all",
    })
    void readsTheExamplesOfTheRfc(String extensions, String frames, String what) {
        assertThat(Conversation.eventsOfDeflated(extensions, frames))
                .as(what)
                .filteredOn(event -> !event.startsWith("PING"))
                .containsExactly("TEXT Hello");
    }

    @Test
    void aMessageMayReferToTheOneBefore() {
        assertThat(Conversation.eventsOfDeflated("permessage-deflate", HELLO + "c1 05 f200110000"))
                .containsExactly("TEXT Hello", "TEXT Hello");
    }

    @Test
    void afterAFinalBlockTheNextMessageIsReadToo() {
        assertThat(Conversation.eventsOfDeflated("permessage-deflate", "c1 08 f348cdc9c9070000" + HELLO + "81 01 61"))
                .containsExactly("TEXT Hello", "TEXT Hello", "TEXT a");
    }

    /** RFC 7692 7.2.1: the next block follows, and may refer to what came before. */
    @Test
    void afterAFinalBlockTheMessageMayGoOn() {
        String finalHello = "f348cdc9c90700"; // as in section 7.2.3.4, without the byte that ends the message
        String hello = "f200110000"; // as in section 7.2.3.2: it points back to the first
        assertThat(Conversation.eventsOfDeflated("permessage-deflate", "c1 0c" + finalHello + hello))
                .containsExactly("TEXT HelloHello");
    }

    /** What does not get smaller is a little longer on the wire than it is. */
    @Test
    void theLimitIsOfTheMessageNotOfItsCompressedForm() {
        byte[] compressed = compressed(noise(new Random(1), 1_000));
        String head = "c2 7e" + String.format("%04x", compressed.length);

        assertThat(compressed.length).isGreaterThan(1_000);
        assertThat(deflating(1_000).saysHex(head).says(compressed).events())
                .last()
                .asString()
                .startsWith("BINARY ");
        assertThat(deflating(999).saysHex(head).says(compressed).events()).endsWith("violation 1009 10.4");
    }

    @Test
    void aServerThatForgetsItsContextMayNotReferToIt() {
        assertThat(Conversation.eventsOfDeflated(
                        "permessage-deflate; server_no_context_takeover", HELLO + HELLO + "c1 05 f200110000"))
                .containsExactly("TEXT Hello", "TEXT Hello", "violation 1007 RFC 7692 7.2.2");
    }

    @ParameterizedTest
    @CsvSource({
        "'c1 02 ffff', 1007 RFC 7692 7.2.2", // no block type 3
        "'c1 09 000300fcff61ff6200', 1007 8.1", // 61 ff 62 is no UTF-8
        "'a1 07 f248cdc9c90700', 1002 5.2", // RSV2
        "'41 03 f248cd c0 04 c9c90700', 1002 5.2", // RSV1 on a continuation
        "'c9 00', 1002 5.2", // RSV1 on a ping
        "'c3 00', 1002 5.2", // a reserved opcode
    })
    void judgesWhatIsWrong(String frames, String violation) {
        assertThat(Conversation.eventsOfDeflated("permessage-deflate", frames))
                .containsExactly("violation " + violation);
    }

    /** 100,000 bytes are allowed; what inflates to more is stopped on its way, however small it came. */
    @Test
    void aBombIsStoppedAtTheLimit() {
        byte[] compressed = compressed(new byte[50_000_000]);

        Conversation conversation = deflating(100_000);
        conversation.saysHex("c2 7e" + String.format("%04x", compressed.length));
        conversation.says(compressed);

        assertThat(compressed.length).isBetween(0x100, 0xffff);
        assertThat(conversation.events()).endsWith("violation 1009 10.4");
    }

    /** The payload of a frame with 126 to 65,535 bytes of it. */
    private static byte[] compressed(byte[] payload) {
        ByteBuffer masked = new Deflation().frame(Opcode.BINARY, ByteBuffer.wrap(payload), 0);
        byte[] compressed = new byte[masked.remaining() - 8];
        masked.position(8).get(compressed); // mask 0: it is as it was
        return compressed;
    }

    private static Conversation deflating(int maxMessageBytes) {
        return new Conversation(
                        new WireLimits(1024, maxMessageBytes), new Offer(List.of(), Compression.PERMESSAGE_DEFLATE))
                .says(Conversation.switchingWith("permessage-deflate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-deflate",
                "permessage-deflate; server_no_context_takeover; client_no_context_takeover",
                "permessage-deflate;server_max_window_bits=8",
                "permessage-deflate; server_max_window_bits=\"15\"",
            })
    void takesTheseAnswersToItsOffer(String extensions) {
        assertThat(Conversation.eventsOfDeflated(extensions, HELLO)).containsExactly("TEXT Hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-deflate; client_max_window_bits=10", // was not offered: RFC 7692 7.1.2.2
                "permessage-deflate; server_max_window_bits",
                "permessage-deflate; server_max_window_bits=16",
                "permessage-deflate; server_max_window_bits=7",
                "permessage-deflate; server_no_context_takeover=1",
                "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
                "permessage-deflate; x",
                "permessage-deflate;",
                "permessage-deflate, permessage-deflate",
                "permessage-bzip2",
                "x-webkit-deflate-frame",
            })
    void refusesTheseAnswersToItsOffer(String extensions) {
        assertThat(new Conversation(WireLimits.DEFAULT, new Offer(List.of(), Compression.PERMESSAGE_DEFLATE))
                        .says(Conversation.switchingWith(extensions))
                        .events())
                .containsExactly("refused UNEXPECTED_EXTENSION 101");
    }

    @Test
    void asksForWhatItCanDo() {
        UpgradeRequest request = new UpgradeRequest("a", "/", List.of(), Compression.PERMESSAGE_DEFLATE);

        assertThat(StandardCharsets.ISO_8859_1
                        .decode(request.encode(new byte[16]))
                        .toString())
                .contains("\r\nSec-WebSocket-Extensions: permessage-deflate\r\n");
    }

    @Test
    void writesWhatAnotherInflaterReads() throws Exception {
        Random random = new Random(7692);
        Deflation deflation = new Deflation();
        for (int length : new int[] {0, 1, 5, 64, 125, 126, 1_000, 65_535, 100_000}) {
            for (byte[] payload : List.of(new byte[length], noise(random, length))) {
                ByteBuffer frame = deflation.frame(Opcode.BINARY, ByteBuffer.wrap(payload), random.nextInt());

                assertThat(frame.get(0)).isEqualTo((byte) 0xc2); // FIN, RSV1, binary
                assertThat(inflated(frame, length)).isEqualTo(payload);
            }
        }
    }

    private static byte[] noise(Random random, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /** As section 7.2.2 says it, with the JDK alone. */
    private static byte[] inflated(ByteBuffer frame, int length) throws Exception {
        int size = frame.get(1) & 0x7f;
        int header = size < 126 ? 2 : size == 126 ? 4 : 10;
        byte[] compressed = new byte[frame.remaining() - header - 4 + 4];
        for (int i = 0; i < compressed.length - 4; i++) {
            compressed[i] = (byte) (frame.get(header + 4 + i) ^ frame.get(header + i % 4));
        }
        compressed[compressed.length - 2] = (byte) 0xff;
        compressed[compressed.length - 1] = (byte) 0xff;
        Inflater inflater = new Inflater(true);
        inflater.setInput(compressed);
        byte[] out = new byte[length + 1];
        int count = inflater.inflate(out);
        inflater.end();
        return Arrays.copyOf(out, count);
    }
}
