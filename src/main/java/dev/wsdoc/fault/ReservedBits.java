package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;

/** Reserved bits without an extension that gives them a meaning: RFC 6455 section 5.2. */
@AutoService(Fault.class)
public final class ReservedBits extends ForbiddenFrame {
    private static final int RSV = 3; // not RSV1, which permessage-deflate uses (RFC 7692 section 6)

    public ReservedBits() {
        super(
                FaultCard.forbiddenFrame(
                        "reserved-bits",
                        "the text 'Hello' in a frame with RSV2 and RSV3 set",
                        Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "5.2")),
                hello(Opcode.TEXT).withRsv(RSV));
    }
}
