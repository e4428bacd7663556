package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** The client ends its output and lingers: RFC 9293 section 3.6, one direction closed. */
@AutoService(Fault.class)
public final class HalfClose extends Fault {
    public HalfClose() {
        super(FaultCard.watching(
                Profile.GENTLE,
                "half-close",
                "FIN one way; the client goes on reading",
                "ends its own side too, instead of keeping half a connection",
                "the victim sees the server end its side within --detect-within"));
    }

    @Override
    public void inflict(Member victim) {
        victim.halfClose();
    }
}
