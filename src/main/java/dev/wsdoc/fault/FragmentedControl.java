package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;

/** A ping in fragments: RFC 6455 sections 5.4 and 5.5. */
@AutoService(Fault.class)
public final class FragmentedControl extends ForbiddenFrame {
    public FragmentedControl() {
        super(
                FaultCard.forbiddenFrame(
                        "fragmented-control",
                        "a ping that says it is not the last fragment",
                        Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "5.4, 5.5")),
                hello(Opcode.PING).unfinished());
    }
}
