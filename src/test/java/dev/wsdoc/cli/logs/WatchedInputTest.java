package dev.wsdoc.cli.logs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream that may have pauses, may fail, and may be told to end. */
@Timeout(60)
class WatchedInputTest {
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicBoolean paused = new AtomicBoolean();
    private final List<Long> progress = new ArrayList<>();
    private final WatchedInput.Watch watch = new WatchedInput.Watch(stop::get, () -> paused.set(true), progress::add);

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }

    /** After the text it fails. */
    private static InputStream torn(String text) {
        return new FilterInputStream(text(text)) {
            @Override
            public int read(byte[] bytes, int start, int length) throws IOException {
                int count = super.read(bytes, start, length);
                if (count < 0) {
                    throw new IOException("torn");
                }
                return count;
            }
        };
    }

    @Test
    void handsOutWhatComesThroughAPipe() throws Exception {
        try (WatchedInput in = WatchedInput.ofPipe(text("one\ntwo\n"), watch)) {
            assertThat(in.read()).isEqualTo('o');
            assertThat(new String(in.readNBytes(5), US_ASCII)).isEqualTo("ne\ntw");
            assertThat(new String(in.readAllBytes(), US_ASCII)).isEqualTo("o\n");
        }
        assertThat(progress).isSorted().startsWith(1L, 6L).endsWith(8L);
    }

    @Test
    void staysAtItsEnd() throws Exception {
        try (WatchedInput in = WatchedInput.ofPipe(text(""), watch)) {
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    /** A read of nothing is no end. */
    @Test
    void readsOnWhereNothingCameAtFirst() throws Exception {
        AtomicBoolean hesitated = new AtomicBoolean();
        InputStream hesitant = new FilterInputStream(text("late")) {
            @Override
            public int read(byte[] bytes, int start, int length) throws IOException {
                return hesitated.getAndSet(true) ? super.read(bytes, start, length) : 0;
            }
        };
        try (WatchedInput in = WatchedInput.ofPipe(hesitant, watch)) {
            assertThat(new String(in.readAllBytes(), US_ASCII)).isEqualTo("late");
        }
    }

    @Test
    void handsOutAllThatCameBeforeAFailure() throws Exception {
        try (WatchedInput in = WatchedInput.ofPipe(torn("whole"), watch)) {
            assertThat(new String(in.readNBytes(5), US_ASCII)).isEqualTo("whole");
            assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("torn");
        }
    }

    @Test
    void tellsOfAPauseAndEndsWithinItWhenToldTo() throws Exception {
        try (PipedOutputStream writer = new PipedOutputStream();
                WatchedInput in = WatchedInput.ofPipe(
                        new PipedInputStream(writer),
                        new WatchedInput.Watch(stop::get, () -> stop.set(true), progress::add))) {
            writer.write('x');
            writer.flush();
            assertThat(in.read()).isEqualTo('x');
            assertThat(in.read(new byte[1], 0, 0)).as("waits for nothing").isZero();

            assertThat(in.read()).as("nothing came, so it was told to stop").isEqualTo(-1);
        }
    }

    @Test
    void readsAFileWithoutAThreadOfItsOwn() throws Exception {
        try (WatchedInput in = WatchedInput.ofFile(text("ab"), watch)) {
            assertThat(in.read()).isEqualTo('a');
            assertThat(in.read()).isEqualTo('b');
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(progress).containsExactly(1L, 2L, 2L);
        assertThat(paused).isFalse();
    }

    @Test
    void endsAtOnceWhenToldTo() throws Exception {
        stop.set(true);
        try (WatchedInput file = WatchedInput.ofFile(text("ab"), watch);
                WatchedInput pipe = WatchedInput.ofPipe(text("ab"), watch)) {
            assertThat(file.read()).isEqualTo(-1);
            assertThat(pipe.readAllBytes()).isEmpty();
        }
        assertThat(progress).isEmpty();
    }
}
