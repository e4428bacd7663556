package dev.wsdoc.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A log that comes through a stream: its lines, its end, its failure. */
@Timeout(60)
class StreamTailTest {
    private final List<String> lines = new ArrayList<>();

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static InputStream failing() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("torn");
            }

            @Override
            public int read(byte[] bytes, int start, int length) throws IOException {
                throw new IOException("torn");
            }
        };
    }

    private LogTail.Polled poll(StreamTail tail, int most, BooleanSupplier isOver) throws IOException {
        return tail.poll(most, isOver, lines::add);
    }

    private void awaitLines(StreamTail tail, int count) {
        await().until(() -> {
            poll(tail, Integer.MAX_VALUE, () -> false);
            return lines.size() == count;
        });
    }

    @Test
    void saysThatItsStreamEndedTooEarly() throws Exception {
        PipedOutputStream writer = new PipedOutputStream();
        try (StreamTail tail = StreamTail.of("stdin", new PipedInputStream(writer))) {
            writer.write("one\ntwo".getBytes(UTF_8));
            writer.flush();
            awaitLines(tail, 1);
            assertThat(tail.remark()).isEmpty();
            assertThat(tail.isExhausted()).isFalse();

            writer.close();
            awaitLines(tail, 2);
            await().until(tail::isExhausted);
            assertThat(lines).containsExactly("one", "two");
            assertThat(tail.remark()).isEqualTo("stdin ended before the experiment did");
        }
    }

    @Test
    void anEndThatWasAskedForIsNoRemark() throws Exception {
        StreamTail tail = StreamTail.of("stdin", text("one\n"));
        awaitLines(tail, 1);
        await().until(tail::isExhausted);

        tail.close();

        assertThat(tail.remark()).isEmpty();
    }

    @Test
    void handsOutAllLinesBeforeItFails() throws Exception {
        try (StreamTail tail = StreamTail.of("stdin", new SequenceInputStream(text("one\n"), failing()))) {
            awaitLines(tail, 1);

            await().until(() -> !tail.remark().isEmpty());
            assertThatThrownBy(() -> poll(tail, 1, () -> false))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot go on reading stdin: torn");
        }
    }

    @Test
    void handsOutNoMoreThanIsWanted() throws Exception {
        try (StreamTail tail = StreamTail.of("stdin", text("line\n".repeat(1_000)))) {
            await().until(() -> !tail.remark().isEmpty());

            assertThat(poll(tail, 7, () -> false)).isEqualTo(new LogTail.Polled(7, true));
            assertThat(poll(tail, 1_000, () -> true))
                    .as("looks at the time after a hundred")
                    .isEqualTo(new LogTail.Polled(100, true));
            assertThat(tail.isExhausted()).isFalse();
            assertThat(poll(tail, 1_000, () -> false)).isEqualTo(new LogTail.Polled(893, false));
        }
    }
}
