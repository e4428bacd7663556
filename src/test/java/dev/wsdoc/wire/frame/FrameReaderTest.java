package dev.wsdoc.wire.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.wire.Conversation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What frames of a server mean; every sequence also split at every byte. */
class FrameReaderTest {

    private static final String HELLO = "81 05 48656c6c6f";

    /** The unmasked examples of RFC 6455 5.7, then sequences of them. */
    @ParameterizedTest
    @CsvSource({
        "81 05 48656c6c6f, TEXT Hello",
        "01 03 48656c 80 02 6c6f, TEXT Hello",
        "89 05 48656c6c6f, PING 48656c6c6f",
        "8a 05 48656c6c6f, PONG 48656c6c6f",
        "81 00, 'TEXT '",
        "82 00, 'BINARY '",
        "82 03 00ff80, BINARY 00ff80",
        "89 00, 'PING '",
        "8a 00, 'PONG '",
        "01 00 00 00 80 00, 'TEXT '",
        "02 01 01 00 00 00 02 0203 80 00, BINARY 010203",
        "88 00, 'CLOSE 1005 '",
        "88 02 03e8, 'CLOSE 1000 '",
        "88 05 03e9 627965, CLOSE 1001 bye",
        "88 06 1387 c3a4 c3b6, CLOSE 4999 äö",
    })
    void readsOne(String frames, String event) {
        assertThat(Conversation.eventsOf(frames)).containsExactly(event);
    }

    @Test
    void readsManyFramesInOneBuffer() {
        assertThat(Conversation.eventsOf(HELLO + "89 01 01" + "82 02 0102" + "8a 00" + HELLO))
                .containsExactly("TEXT Hello", "PING 01", "BINARY 0102", "PONG ", "TEXT Hello");
    }

    @Test
    void readsControlFramesBetweenFragments() {
        assertThat(Conversation.eventsOf("01 03 48656c" + "89 02 0102" + "00 00" + "8a 01 03" + "80 02 6c6f" + HELLO))
                .containsExactly("PING 0102", "PONG 03", "TEXT Hello", "TEXT Hello");
    }

    @Test
    void readsCloseBetweenFragments() {
        assertThat(Conversation.eventsOf("01 03 48656c" + "88 02 03e8")).containsExactly("CLOSE 1000 ");
    }

    /** The length forms at both ends of their ranges (RFC 6455 5.2), and the 256 and 65536 bytes of 5.7. */
    @ParameterizedTest
    @MethodSource("lengths")
    void readsEveryLengthForm(int length, String header) {
        assertThat(Conversation.eventsOf(header + "ab".repeat(length)))
                .containsExactly("BINARY " + "ab".repeat(length));
    }

    static Stream<Object[]> lengths() {
        return Stream.of(
                new Object[] {125, "82 7d"},
                new Object[] {126, "82 7e 007e"},
                new Object[] {256, "82 7e 0100"},
                new Object[] {65535, "82 7e ffff"},
                new Object[] {65536, "82 7f 0000000000010000"});
    }

    @ParameterizedTest
    @ValueSource(strings = {"89", "8a"})
    void readsTheLongestControlFrame(String first) {
        assertThat(Conversation.eventsOf(first + "7d" + "01".repeat(125)))
                .containsExactly((first.equals("89") ? "PING " : "PONG ") + "01".repeat(125));
    }

    @Test
    void readsACharacterSplitOverFragments() {
        assertThat(Conversation.eventsOf("01 02 61f0" + "89 00" + "00 02 9f98" + "80 02 8062"))
                .containsExactly("PING ", "TEXT a😀b");
    }

    @Test
    void discardsWhatFollowsTheClose() {
        assertThat(Conversation.eventsOf("88 02 03e8" + HELLO + "ff ff ff")).containsExactly("CLOSE 1000 ");
    }
}
