package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;

/** Close codes that may not be on the wire: RFC 6455 sections 7.4.1 and 7.4.2. */
@AutoService(Fault.class)
public final class BadCloseCode extends ForbiddenFrame {
    private static final int UNUSED = 999;

    public BadCloseCode() {
        super(
                FaultCard.forbiddenFrame(
                        "bad-close-code",
                        "a close frame with code 1005 or 999, in turn",
                        Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "7.4.1, 7.4.2")),
                close(CloseCode.NO_STATUS),
                close(UNUSED));
    }

    private static RawFrame close(int code) {
        return RawFrame.of(
                Opcode.CLOSE,
                ByteBuffer.allocate(Short.BYTES).putShort((short) code).flip());
    }
}
