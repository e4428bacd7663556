package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Opcodes that are kept for later: RFC 6455 section 5.2. */
@AutoService(Fault.class)
public final class BadOpcode implements Fault {
    private static final int DATA_TO_BE = 3;
    private static final int CONTROL_TO_BE = 11;
    private static final int MASK = 0x37fa213d; // the one of the examples in RFC 6455 section 5.7

    private static final FaultCard CARD = FaultCard.forbiddenFrame(
                    "bad-opcode",
                    "a frame with opcode 3 (a data frame to be) or 11 (a control frame to be), in turn",
                    Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "5.2"))
            .build();

    @Override
    public FaultCard card() {
        return CARD;
    }

    @Override
    public void inflict(Member victim) {
        victim.inject(frame(victim));
    }

    private static ByteBuffer frame(Member victim) {
        int opcode = victim.index() % 2 == 0 ? DATA_TO_BE : CONTROL_TO_BE;
        return RawFrame.of(Opcode.TEXT, ByteBuffer.wrap("Hello".getBytes(StandardCharsets.US_ASCII)))
                .withMask(MASK)
                .withOpcode(opcode)
                .encode();
    }
}
