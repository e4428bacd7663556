package dev.wsdoc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.wire.frame.WireState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no server may send, each with the close code and the section of RFC 6455; also split at every byte. */
class ViolationTest {

    @ParameterizedTest
    @CsvSource({
        "81 85 37fa213d 7f9f4d5158, 1002 5.1, masked",
        "89 80 37fa213d, 1002 5.1, masked ping",
        "c1 05 48656c6c6f, 1002 5.2, RSV1",
        "a1 05 48656c6c6f, 1002 5.2, RSV2",
        "91 05 48656c6c6f, 1002 5.2, RSV3",
        "f9 00, 1002 5.2, all reserved bits on a ping",
        "83 00, 1002 5.2, opcode 3",
        "87 00, 1002 5.2, opcode 7",
        "8b 00, 1002 5.2, opcode 11",
        "8f 00, 1002 5.2, opcode 15",
        "82 7e 007d, 1002 5.2, 125 in 16 bits",
        "82 7e 0000, 1002 5.2, 0 in 16 bits",
        "82 7f 000000000000ffff, 1002 5.2, 65535 in 64 bits",
        "82 7f 0000000000000001, 1002 5.2, 1 in 64 bits",
        "82 7f 8000000000000000, 1002 5.2, the top bit",
        "82 7f ffffffffffffffff, 1002 5.2, all 64 bits",
        "80 00, 1002 5.4, a final continuation of nothing",
        "00 01 61, 1002 5.4, a continuation of nothing",
        "01 01 61 81 01 62, 1002 5.4, a text inside a message",
        "02 01 61 01 01 62, 1002 5.4, a first fragment inside a message",
        "01 00 82 00, 1002 5.4, a binary inside an empty message",
        "09 00, 1002 5.5, a fragmented ping",
        "0a 00, 1002 5.5, a fragmented pong",
        "08 00, 1002 5.5, a fragmented close",
        "89 7e 007e, 1002 5.5, a ping of 126 bytes",
        "8a 7f 0000000000010000, 1002 5.5, a pong of 65536 bytes",
        "88 7e 0002, 1002 5.5, a close in 16 bits",
        "88 01 03, 1002 5.5.1, half a close code",
        "88 02 0000, 1002 7.4, close code 0",
        "88 02 03e7, 1002 7.4, close code 999",
        "88 02 03ec, 1002 7.4, close code 1004",
        "88 02 03ed, 1002 7.4, close code 1005",
        "88 02 03ee, 1002 7.4, close code 1006",
        "88 02 03f7, 1002 7.4, close code 1015",
        "88 02 03f8, 1002 7.4, close code 1016",
        "88 02 0bb7, 1002 7.4, close code 2999",
        "88 02 1388, 1002 7.4, close code 5000",
        "88 02 ffff, 1002 7.4, close code 65535",
        "88 03 03e8 ff, 1007 5.5.1, a reason that is no UTF-8",
        "88 04 03e8 e282, 1007 5.5.1, a reason that ends within a character",
        "81 01 ff, 1007 8.1, a text that is no UTF-8",
        "81 02 e282, 1007 8.1, a text that ends within a character",
        "01 02 e282 80 00, 1007 8.1, a fragmented text that ends within a character",
        "01 02 e282 80 01 41, 1007 8.1, a character that the next fragment does not end",
        "82 7f 00000000000186a1, 1009 10.4, 100001 bytes where 100000 are allowed",
        "82 7f 7fffffffffffffff, 1009 10.4, the greatest length",
    })
    void judges(String frames, String violation, String what) {
        assertThat(Conversation.eventsOf(frames)).as(what).containsExactly("violation " + violation);
    }

    @Test
    void judgesAllFragmentsTogetherAsTooLarge() {
        String half = "7e c350" + "00".repeat(50_000);
        assertThat(Conversation.opened().saysHex("02" + half + "80" + half).events())
                .hasSize(1);
        assertThat(Conversation.opened()
                        .saysHex("02" + half + "00" + half + "80 01")
                        .events())
                .containsExactly("violation 1009 10.4");
    }

    @Test
    void judgesTheHeaderBeforeItsPayloadComes() {
        assertThat(Conversation.opened().saysHex("c1").events()).containsExactly("violation 1002 5.2");
        assertThat(Conversation.opened().saysHex("89 7e").events()).containsExactly("violation 1002 5.5");
        assertThat(Conversation.opened().saysHex("82 7f 80").events()).containsExactly("violation 1002 5.2");
    }

    @Test
    void judgesTextAtTheFirstWrongByte() {
        assertThat(Conversation.opened().saysHex("01 7e ffff 61 c0").events()).containsExactly("violation 1007 8.1");
    }

    @Test
    void handsOutWhatCameBeforeAndIgnoresWhatFollows() {
        Conversation conversation = Conversation.opened().saysHex("81 01 61" + "83 00" + "81 01 62");
        assertThat(conversation.saysHex("81 01 63").ends().events()).containsExactly("TEXT a", "violation 1002 5.2");
        assertThat(conversation.state()).isEqualTo(WireState.FAILED);
    }

    @Test
    void saysWhatWasWrongWithItsValues() {
        assertThat(Conversation.opened()
                        .saysHex("82 7e 0005")
                        .recorder()
                        .violation
                        .what())
                .isEqualTo("length 5 in 16 bits is not the shortest form");
        assertThat(Conversation.opened()
                        .saysHex("82 7f 00000000000186a1")
                        .recorder()
                        .violation
                        .what())
                .isEqualTo("message of at least 100001 bytes, the limit is 100000");
    }
}
