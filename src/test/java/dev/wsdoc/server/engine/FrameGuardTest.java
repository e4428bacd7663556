package dev.wsdoc.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.model.Category;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameGuardTest {
    private static final HexFormat HEX = HexFormat.of();

    private final List<String> frames = new ArrayList<>();

    private static FrameGuard guard() {
        return new FrameGuard(1_000, new MessageMemory(10_000));
    }

    private FrameViolation take(FrameGuard guard, byte[] bytes) {
        return guard.take(ByteBuffer.wrap(bytes), frame -> {
            byte[] whole = new byte[frame.remaining()];
            frame.get(whole);
            frames.add(HEX.formatHex(whole));
            return true;
        });
    }

    private static byte[] hex(String text) {
        return HEX.parseHex(text.replace(" ", ""));
    }

    @Test
    void handsOverWholeFramesHoweverTheyAreSplit() {
        List<String> expected = List.of(
                "818211223344" + "794b", "89801122" + "3344", "82fe0003112233441022" + "77", "80801122" + "3344");
        byte[] all = hex("0180 11223344" + String.join("", expected.get(1), "0081 11223344 10", expected.get(3)));
        List<String> whole = List.of("018011223344", "898011223344", "00811122334410", "808011223344");
        for (int split = 0; split <= all.length; split++) {
            frames.clear();
            FrameGuard guard = guard();
            assertThat(take(guard, java.util.Arrays.copyOfRange(all, 0, split))).isNull();
            assertThat(take(guard, java.util.Arrays.copyOfRange(all, split, all.length)))
                    .isNull();
            assertThat(frames).as("split at %d", split).isEqualTo(whole);
        }
    }

    @Test
    void handsOverFramesThatComeByTheByte() {
        FrameGuard guard = guard();
        for (byte part : hex("82fe0003 11223344 102277 8182 11223344 794b")) {
            assertThat(take(guard, new byte[] {part})).isNull();
        }
        assertThat(frames).containsExactly("82fe000311223344102277", "818211223344794b");
    }

    @ParameterizedTest
    @CsvSource({
        "8101 78, PROTOCOL, 1002", // unmasked: RFC 6455 section 5.1
        "82ff 00000000 0bebc200 11223344, OVERSIZED, 1009", // claims 200 MB
        "82ff ffffffff ffffffff 11223344, OVERSIZED, 1009", // claims more than a signed length can hold
        "82fe 03e9 11223344, OVERSIZED, 1009", // one more than allowed
        "89fe 0080 11223344, PROTOCOL, 1002", // a ping of 128 bytes: section 5.5
        "8881 11223344, PROTOCOL, 1002", // a close frame with half a code: section 5.5.1
        "8080 11223344, PROTOCOL, 1002", // a continuation of nothing: section 5.4
        "0180 11223344 8180 11223344, PROTOCOL, 1002", // a message inside another
        "02fe 01f5 11223344, , 0", // 501 bytes, to be continued
    })
    void judgesTheHeadAlone(String bytes, Category category, int code) {
        FrameViolation violation = take(guard(), hex(bytes));
        if (category == null) {
            assertThat(violation).isNull();
        } else {
            assertThat(violation.category()).isEqualTo(category);
            assertThat(violation.code()).isEqualTo(code);
        }
    }

    /** Each row: what came, and what is held of it; a fragment that the engine keeps counts for 96 bytes more. */
    @ParameterizedTest
    @CsvSource({
        "8182 11223344 79, 7", // the bytes of a frame that is not whole
        "8182 11223344 794b, 0", // a whole message
        "0182 11223344 794b, 98", // a fragment
        "0182 11223344 794b 8980 112233, 103", // and the beginning of a ping
        "0182 11223344 794b 8980 11223344, 98", // and the whole of it
        "0182 11223344 794b 0081 11223344 10, 195", // two fragments
        "0182 11223344 794b 8081 11223344 10, 0", // and the last
    })
    void holdsWhatIsUnfinished(String bytes, long held) {
        MessageMemory memory = new MessageMemory(10_000);
        FrameGuard guard = new FrameGuard(1_000, memory);
        assertThat(take(guard, hex(bytes))).isNull();
        assertThat(memory.bytes()).isEqualTo(held);
        guard.release();
        assertThat(memory.bytes()).isZero();
    }

    @Test
    void holdsNoMoreThanThereIsRoomForBesideOthers() {
        MessageMemory memory = new MessageMemory(500);
        FrameGuard one = new FrameGuard(1_000, memory);
        FrameGuard other = new FrameGuard(1_000, memory);
        byte[] claim = hex("82fe 01f4 11223344");
        assertThat(take(one, claim)).isNull();
        assertThat(take(one, new byte[290])).isNull();
        assertThat(take(other, claim)).isNull();

        FrameViolation violation = take(other, new byte[290]);

        assertThat(violation.category()).isEqualTo(Category.RESOURCES);
        assertThat(violation.code()).isEqualTo(1013);
        one.release();
        other.release();
        assertThat(take(new FrameGuard(1_000, memory), java.util.Arrays.copyOf(claim, 400)))
                .isNull();
    }

    @Test
    void stopsWhenTheEngineHasHadEnough() {
        FrameGuard guard = guard();
        List<ByteBuffer> seen = new ArrayList<>();
        guard.take(ByteBuffer.wrap(hex("8880 11223344 8180 11223344")), frame -> {
            seen.add(frame);
            return false;
        });
        assertThat(seen).hasSize(1);
    }
}
