package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reserved bits without an extension that gives them a meaning: RFC 6455 section 5.2. */
@AutoService(Fault.class)
public final class ReservedBits implements Fault {
    private static final int RSV = 3; // not RSV1, which permessage-deflate uses (RFC 7692 section 6)
    private static final int MASK = 0x37fa213d; // the one of the examples in RFC 6455 section 5.7

    private static final FaultCard CARD = FaultCard.forbiddenFrame(
                    "reserved-bits",
                    "the text 'Hello' in a frame with RSV2 and RSV3 set",
                    Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "5.2"))
            .build();

    @Override
    public FaultCard card() {
        return CARD;
    }

    @Override
    public void inflict(Member victim) {
        victim.inject(RawFrame.of(Opcode.TEXT, ByteBuffer.wrap("Hello".getBytes(StandardCharsets.US_ASCII)))
                .withMask(MASK)
                .withRsv(RSV)
                .encode());
    }
}
