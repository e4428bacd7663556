package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;

/** A ping beyond the 125 bytes of RFC 6455 section 5.5. */
@AutoService(Fault.class)
public final class OversizedControl implements Fault {
    private static final int ONE_TOO_MANY = 126;
    private static final int MASK = 0x37fa213d; // the one of the examples in RFC 6455 section 5.7

    private static final FaultCard CARD = FaultCard.forbiddenFrame(
                    "oversized-control", "a ping of 126 bytes", Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "5.5"))
            .build();

    @Override
    public FaultCard card() {
        return CARD;
    }

    @Override
    public void inflict(Member victim) {
        victim.inject(RawFrame.of(Opcode.PING, ByteBuffer.allocate(ONE_TOO_MANY))
                .withMask(MASK)
                .encode());
    }
}
