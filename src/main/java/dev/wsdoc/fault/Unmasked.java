package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;

/** A client that does not mask: RFC 6455 section 5.1 says that a server must close then. */
@AutoService(Fault.class)
public final class Unmasked extends ForbiddenFrame {
    public Unmasked() {
        super(
                FaultCard.forbiddenFrame(
                        "unmasked",
                        "the text 'Hello' in a frame without a mask",
                        Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "5.1")),
                hello(Opcode.TEXT).unmasked());
    }
}
