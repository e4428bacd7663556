package dev.wsdoc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.wsdoc.wire.frame.FrameReader;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.Violation;
import dev.wsdoc.wire.frame.WireState;
import dev.wsdoc.wire.handshake.UpgradeRefusal;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** What the hot path allocates, counted by the JVM for this thread, so that load on the machine does not matter. */
class AllocationTest {

    private static final int FRAMES = 10_000;
    private static final int ONE_SLICE = 80;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void readsAFrameThatIsWholeWithOneSliceOfTheInput() {
        ByteBuffer in = ByteBuffer.allocateDirect(66);
        in.put(Conversation.hex("82 40" + "61".repeat(64)));
        FrameReader reader = new FrameReader(1024, null);
        Counter counter = new Counter();
        long before = allocated();
        for (int i = 0; i < FRAMES; i++) {
            reader.read(in.rewind(), counter);
        }
        assertThat((allocated() - before) / FRAMES).isLessThanOrEqualTo(ONE_SLICE);
        assertThat(counter.bytes).isEqualTo(64L * FRAMES);
    }

    /** A header may claim 16 MiB; only what came is held. */
    @Test
    void holdsWhatCameNotWhatWasClaimed() {
        ByteBuffer in = ByteBuffer.wrap(Conversation.hex("82 7f 0000000001000000 61"));
        Counter counter = new Counter();
        FrameReader reader = new FrameReader(16 * 1024 * 1024, null);
        long before = allocated();
        reader.read(in, counter);
        assertThat(allocated() - before).isLessThan(100_000);
        assertThat(reader.state()).isEqualTo(WireState.OPEN);
    }

    private long allocated() {
        return threads.getCurrentThreadAllocatedBytes();
    }

    private static final class Counter implements WireListener {

        private long bytes;

        @Override
        public void opened(UpgradeResponse response) {}

        @Override
        public void refused(UpgradeRefusal refusal) {}

        @Override
        public void message(Opcode opcode, ByteBuffer payload) {
            bytes += payload.remaining();
        }

        @Override
        public void ping(ByteBuffer payload) {}

        @Override
        public void pong(ByteBuffer payload) {}

        @Override
        public void closeReceived(int code, String reason) {}

        @Override
        public void violation(Violation violation) {}

        @Override
        public void ended() {}
    }
}
