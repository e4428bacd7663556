package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;

/** A client with a broken keep-alive: pings without a pause, then a goodbye. */
@AutoService(Fault.class)
public final class PingFlood extends Fault {
    private static final int PINGS = 1_000;

    public PingFlood() {
        super(FaultCard.watching(
                        Profile.PUSH,
                        "ping-flood",
                        PINGS + " pings at once, then close frame 1000",
                        "answers with pongs, all or only the newest, or closes; the others notice nothing",
                        "still open after --detect-within is a failure; an end without a pong and without a close frame a warning")
                .expecting(new Expectation(
                        "the server answers with pongs, and then the close frame",
                        "RFC 6455 5.5.1, 5.5.2",
                        PingFlood::mark,
                        "answer pings, or at least the newest, and end connections that flood"))
                .partingBy(Farewell.EITHER));
    }

    private static Mark mark(SocketObservation seen) {
        if (!seen.isEnded()) {
            return Mark.MISSED;
        }
        return seen.pongs() > 0 || seen.closeCode() != 0 ? Mark.MET : Mark.TOLERABLE;
    }

    @Override
    public void inflict(Member victim) {
        ByteBuffer ping =
                RawFrame.of(Opcode.PING, ByteBuffer.allocate(Integer.BYTES)).encode();
        ByteBuffer flood = ByteBuffer.allocate(PINGS * ping.remaining());
        while (flood.hasRemaining()) {
            flood.put(ping.duplicate());
        }
        victim.inject(flood.flip());
        victim.close(CloseCode.NORMAL, "");
    }
}
