package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A ping in fragments: RFC 6455 sections 5.4 and 5.5. */
@AutoService(Fault.class)
public final class FragmentedControl implements Fault {
    private static final int MASK = 0x37fa213d; // the one of the examples in RFC 6455 section 5.7

    private static final FaultCard CARD = FaultCard.forbiddenFrame(
                    "fragmented-control",
                    "a ping that says it is not the last fragment",
                    Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "5.4, 5.5"))
            .build();

    @Override
    public FaultCard card() {
        return CARD;
    }

    @Override
    public void inflict(Member victim) {
        victim.inject(RawFrame.of(Opcode.PING, ByteBuffer.wrap("Hello".getBytes(StandardCharsets.US_ASCII)))
                .withMask(MASK)
                .unfinished()
                .encode());
    }
}
