package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;

/** A text message that is no UTF-8: RFC 6455 section 8.1. */
@AutoService(Fault.class)
public final class BadUtf8 extends ForbiddenFrame {
    private static final byte[] NO_UTF8 = {'o', 'h', ' ', (byte) 0xc3, '('}; // RFC 3629 section 4: 80 to bf must follow

    public BadUtf8() {
        super(
                FaultCard.forbiddenFrame(
                                "bad-utf8",
                                "a text message with the bytes c3 28, which are no UTF-8",
                                Expectation.failsWith(CloseCode.INVALID_PAYLOAD, "8.1"))
                        .passedOn(),
                RawFrame.of(Opcode.TEXT, ByteBuffer.wrap(NO_UTF8)));
    }
}
