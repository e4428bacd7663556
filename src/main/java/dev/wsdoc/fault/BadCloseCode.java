package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;

/** Close codes that may not be on the wire: RFC 6455 sections 7.4.1 and 7.4.2. */
@AutoService(Fault.class)
public final class BadCloseCode implements Fault {
    private static final int UNUSED = 999;
    private static final int MASK = 0x37fa213d; // the one of the examples in RFC 6455 section 5.7

    private static final FaultCard CARD = FaultCard.forbiddenFrame(
                    "bad-close-code",
                    "a close frame with code 1005 or 999, in turn",
                    Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "7.4.1, 7.4.2"))
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
        short code = (short) (victim.index() % 2 == 0 ? CloseCode.NO_STATUS : UNUSED);
        ByteBuffer body = ByteBuffer.allocate(Short.BYTES).putShort(code).flip();
        return RawFrame.of(Opcode.CLOSE, body).withMask(MASK).encode();
    }
}
