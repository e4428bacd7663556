package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** The phone is in a tunnel: the socket is open and nobody is there. */
@AutoService(Fault.class)
public final class Freeze extends Fault {
    public Freeze() {
        super(FaultCard.watching(
                        Profile.SLOW,
                        "freeze",
                        "nothing: no reads, no pongs; the socket stays open",
                        "misses the pong, and closes and forgets the connection",
                        "the victim finds its socket ended within --ping-wait")
                .noticed(Notice.BY_PING));
    }

    @Override
    public void inflict(Member victim) {
        victim.freeze();
    }

    @Override
    public void revisit(Member victim) {
        victim.thaw();
    }
}
