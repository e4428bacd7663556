package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;

/** A ping beyond the 125 bytes of RFC 6455 section 5.5. */
@AutoService(Fault.class)
public final class OversizedControl extends ForbiddenFrame {
    private static final int ONE_TOO_MANY = 126;

    public OversizedControl() {
        super(
                FaultCard.forbiddenFrame(
                        "oversized-control",
                        "a ping of 126 bytes",
                        Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "5.5")),
                RawFrame.of(Opcode.PING, ByteBuffer.allocate(ONE_TOO_MANY)));
    }
}
