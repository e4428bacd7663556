package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A client that does not mask: RFC 6455 section 5.1 says that a server must close then. */
@AutoService(Fault.class)
public final class Unmasked implements Fault {
    private static final FaultCard CARD = FaultCard.forbiddenFrame(
                    "unmasked",
                    "the text 'Hello' in a frame without a mask",
                    Expectation.failsWith(CloseCode.PROTOCOL_ERROR, "5.1"))
            .build();

    @Override
    public FaultCard card() {
        return CARD;
    }

    @Override
    public void inflict(Member victim) {
        victim.inject(RawFrame.of(Opcode.TEXT, ByteBuffer.wrap("Hello".getBytes(StandardCharsets.US_ASCII)))
                .unmasked()
                .encode());
    }
}
