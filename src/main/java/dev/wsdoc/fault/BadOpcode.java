package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;

/** Opcodes that are kept for later: RFC 6455 section 5.2. */
@AutoService(Fault.class)
public final class BadOpcode extends ForbiddenFrame {
    private static final int DATA_TO_BE = 3;
    private static final int CONTROL_TO_BE = 11;

    public BadOpcode() {
        super(
                FaultCard.forbiddenFrame(
                        "bad-opcode",
                        "a frame with opcode 3 (a data frame to be) or 11 (a control frame to be), in turn",
                        Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "5.2")),
                hello(Opcode.TEXT).withOpcode(DATA_TO_BE),
                hello(Opcode.TEXT).withOpcode(CONTROL_TO_BE));
    }
}
