package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;

/** A client that dies inside a frame. */
@AutoService(Fault.class)
public final class Cut extends Fault {
    private static final int CLAIMED = 64;
    private static final ByteBuffer HALF_A_FRAME = RawFrame.of(Opcode.BINARY, ByteBuffer.allocate(CLAIMED / 2))
            .withClaimedLength(CLAIMED)
            .encode()
            .asReadOnlyBuffer();

    public Cut() {
        super(FaultCard.death(
                Profile.PUSH,
                "cut",
                "header and half the payload of a frame, then FIN or RST, in turn",
                "takes the end at DEBUG, keeps nothing of the half message, marks the connection stale, forgets it"));
    }

    @Override
    public void inflict(Member victim) {
        victim.inject(HALF_A_FRAME.duplicate());
        if (victim.index() % 2 == 0) {
            victim.drop();
        } else {
            victim.reset();
        }
    }
}
