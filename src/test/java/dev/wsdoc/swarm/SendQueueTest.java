package dev.wsdoc.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SendQueueTest {
    private final SendQueue queue = new SendQueue();
    private final Narrow carrier = new Narrow();

    /** Takes only so many bytes. */
    private static final class Narrow implements Transport {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int room;
        private int writes;

        @Override
        public boolean write(ByteBuffer bytes) {
            writes++;
            for (; room > 0 && bytes.hasRemaining(); room--) {
                taken.write(bytes.get());
            }
            return !bytes.hasRemaining();
        }

        @Override
        public Progress prepare() {
            return Progress.READY;
        }

        @Override
        public int read(ByteBuffer in) {
            return 0;
        }

        @Override
        public boolean mayHaveMore(int count, int capacity) {
            return false;
        }

        @Override
        public void answerEnd() {}
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns whether all has gone. */
    private boolean flush(int room) throws IOException {
        carrier.room = room;
        return queue.flush(carrier);
    }

    private String taken() {
        return carrier.taken.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void keepsTheOrderAcrossWritesThatTakePieces() throws IOException {
        queue.add(bytes("one,"));
        queue.add(bytes("two,"));
        assertThat(flush(6)).isFalse();
        queue.add(bytes("three"));

        assertThat(flush(1_000)).isTrue();
        assertThat(taken()).isEqualTo("one,two,three");
    }

    @Test
    void ofThePongsThatWaitTheNewestIsSent() throws IOException {
        queue.add(bytes("text,"));
        queue.addPong(bytes("pong 1,"));
        queue.addPong(bytes("pong 2,"));
        queue.addPong(bytes("pong 3"));

        assertThat(flush(1_000)).isTrue();
        assertThat(taken()).isEqualTo("text,pong 3");
    }

    /** Nothing may follow a close frame: RFC 6455 section 5.5.1. */
    @Test
    void aPongStaysBeforeWhatIsAddedAfterIt() throws IOException {
        queue.add(bytes("text,"));
        queue.addPong(bytes("pong,"));
        queue.add(bytes("close"));

        assertThat(flush(1_000)).isTrue();
        assertThat(taken()).isEqualTo("text,pong,close");
    }

    @Test
    void aPongThatWasBegunIsFinishedBeforeTheNextOne() throws IOException {
        queue.add(bytes("text,"));
        queue.addPong(bytes("pong 1,"));
        assertThat(flush(8)).isFalse();
        queue.addPong(bytes("pong 2"));

        assertThat(flush(1_000)).isTrue();
        assertThat(taken()).isEqualTo("text,pong 1,pong 2");
    }

    @Test
    void isFullOnceMoreWaitsThanAllowedAndNoLongerWhenSomeHasGone() throws IOException {
        queue.add(ByteBuffer.allocate(SwarmOptions.MAX_UNSENT_BYTES));
        assertThat(queue.isFull()).isFalse();
        queue.add(bytes("x"));
        assertThat(queue.isFull()).isTrue();

        flush(1);

        assertThat(queue.isFull()).isFalse();
    }

    @Test
    void pongsDoNotFillIt() {
        queue.add(bytes("text"));
        for (int i = 0; i < 300_000; i++) {
            queue.addPong(ByteBuffer.allocate(131));
        }

        assertThat(queue.isFull()).isFalse();
    }

    @Test
    void givesATransportThatTakesEverythingOnlyAShareAtOnce() throws IOException {
        queue.add(ByteBuffer.allocate(1_000_000));
        int flushes = 1;
        while (!flush(Integer.MAX_VALUE)) {
            flushes++;
        }

        assertThat(flushes).isEqualTo(4); // 256 KiB each
        assertThat(carrier.taken.size()).isEqualTo(1_000_000);
    }

    /** The transport itself has kept bytes back, which the next write sends. */
    @Test
    void anEmptyRestIsWrittenToo() throws IOException {
        queue.add(ByteBuffer.allocate(0));

        assertThat(flush(0)).isTrue();
        assertThat(carrier.writes).isEqualTo(1);
    }
}
