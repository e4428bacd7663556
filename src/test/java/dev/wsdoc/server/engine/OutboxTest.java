package dev.wsdoc.server.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxTest {
    /** Takes a few bytes at a time, and none every third time. */
    private static final class Narrow implements WritableByteChannel {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final int width;
        private int turns;

        Narrow(int width) {
            this.width = width;
        }

        @Override
        public int write(ByteBuffer source) {
            if (++turns % 3 == 0) {
                return 0;
            }
            int count = Math.min(width, source.remaining());
            for (int i = 0; i < count; i++) {
                taken.write(source.get());
            }
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "3, 4", "7, 4", "7, 64", "100, 8", "100, 64"})
    void writesEverythingInOrderHoweverLittleTheSocketTakes(int width, int scratchBytes) throws IOException {
        Outbox outbox = new Outbox();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            String part = "<" + "x".repeat(i) + i + ">";
            all.append(part);
            outbox.add(ByteBuffer.wrap(part.getBytes(UTF_8)));
        }
        Narrow channel = new Narrow(width);
        ByteBuffer scratch = ByteBuffer.allocateDirect(scratchBytes);
        long written = 0;
        for (int turn = 0; !outbox.isEmpty() && turn < 1_000; turn++) {
            written += outbox.writeTo(channel, scratch);
            assertThat(outbox.bytes()).isEqualTo(all.length() - written);
        }
        assertThat(channel.taken).hasToString(all.toString());
    }
}
