package dev.wsdoc.swarm;

import dev.wsdoc.net.EventLoop;
import dev.wsdoc.wire.WireLimits;
import dev.wsdoc.wire.frame.Deflation;
import dev.wsdoc.wire.frame.FrameWriter;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.handshake.AcceptKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * One event loop of the swarm and what its members share, so that an idle member holds no buffer. Everything but {@link
 * #events} belongs to the loop's thread.
 */
final class SwarmLoop {
    private static final int READ_BYTES = 64 * 1024;
    private static final int WRITE_BYTES = 16 * 1024;

    final EventLoop events;
    final WireLimits limits;
    final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
    final ByteBuffer out = ByteBuffer.allocateDirect(WRITE_BYTES);
    final AcceptKey accept = new AcceptKey();
    final Deflation deflation = new Deflation();
    final MemberEvents memberEvents = new MemberEvents(this);
    private final SplittableRandom random;

    private SwarmLoop(EventLoop events, WireLimits limits, SplittableRandom random) {
        this.events = events;
        this.limits = limits;
        this.random = random;
    }

    static SwarmLoop start(String name, WireLimits limits, SplittableRandom random) throws IOException {
        return new SwarmLoop(EventLoop.start(name), limits, random);
    }

    /** Runs the call on the loop's thread; fails at once when the loop has ended. From any thread. */
    <T> CompletableFuture<T> submit(Callable<T> call) {
        try {
            return events.submit(call);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** One frame as it is, in a buffer that is good until the next one. */
    ByteBuffer frame(Opcode opcode, ByteBuffer payload) {
        int length = FrameWriter.encodedLength(payload.remaining());
        ByteBuffer frame = length <= out.capacity() ? out.clear() : ByteBuffer.allocate(length);
        FrameWriter.write(frame, opcode, payload, mask());
        return frame.flip();
    }

    /** A masking key: RFC 6455 section 5.3. */
    int mask() {
        return random.nextInt();
    }

    /** 16 bytes for the handshake's key: RFC 6455 section 4.1. */
    byte[] nonce() {
        return ByteBuffer.allocate(16)
                .putLong(random.nextLong())
                .putLong(random.nextLong())
                .array();
    }
}
