package dev.wsdoc.fault;

import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * One frame that RFC 6455 forbids: the server is to fail the connection (section 7.1.7), and the victim stays to see with which
 * close code.
 */
abstract class ForbiddenFrame extends Fault {
    private static final int MASK = 0x37fa213d; // the one of the examples in RFC 6455 section 5.7

    private final List<ByteBuffer> frames;

    /** @param frames one for each victim, in turn; those that are masked get a mask of their own */
    ForbiddenFrame(FaultCard.Builder card, RawFrame... frames) {
        super(card);
        this.frames = Stream.of(frames)
                .map(frame -> frame.masked() ? frame.withMask(MASK) : frame)
                .map(frame -> frame.encode().asReadOnlyBuffer())
                .toList();
    }

    /** A frame that says hello, and is correct as yet. */
    static RawFrame hello(Opcode opcode) {
        return RawFrame.of(opcode, ByteBuffer.wrap("Hello".getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public final void inflict(Member victim) {
        victim.inject(frames.get(victim.index() % frames.size()).duplicate());
    }
}
