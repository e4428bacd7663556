package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;

/** A client that ignores the server's close frame; it makes the server send one by a frame with a reserved opcode. */
@AutoService(Fault.class)
public final class NoCloseReply extends Fault {
    private static final int RESERVED_OPCODE = 3; // RFC 6455 section 5.2

    public NoCloseReply() {
        super(FaultCard.watching(
                        Profile.SLOW,
                        "no-close-reply",
                        "a frame with a reserved opcode, so that the server closes; then no answer to its close frame",
                        "does not wait for ever: it ends the TCP connection itself and forgets the client",
                        "a close frame and still open after --ping-wait is a failure; no close frame at all is a warning")
                .expecting(new Expectation(
                        "the server ends the TCP connection, although its close frame is not answered",
                        "RFC 6455 7.1.1, 7.1.7",
                        NoCloseReply::mark,
                        "after a close frame wait some seconds for the answer, then close the socket"))
                .noticed(Notice.BY_PING));
    }

    private static Mark mark(SocketObservation seen) {
        if (seen.isEnded()) {
            return Mark.MET;
        }
        return seen.closeCode() == 0 ? Mark.TOLERABLE : Mark.MISSED;
    }

    @Override
    public void inflict(Member victim) {
        victim.fallSilent();
        victim.inject(RawFrame.of(Opcode.TEXT, ByteBuffer.allocate(0))
                .withOpcode(RESERVED_OPCODE)
                .encode());
    }
}
