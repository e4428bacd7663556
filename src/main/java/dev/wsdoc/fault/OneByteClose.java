package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;

/** A close frame whose body is too short for a code: RFC 6455 section 5.5.1. */
@AutoService(Fault.class)
public final class OneByteClose extends ForbiddenFrame {
    public OneByteClose() {
        super(
                FaultCard.forbiddenFrame(
                        "one-byte-close",
                        "a close frame with a body of one byte",
                        Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "5.5.1")),
                RawFrame.of(Opcode.CLOSE, ByteBuffer.wrap(new byte[] {3})));
    }
}
