package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** The client closes its socket without the closing handshake. */
@AutoService(Fault.class)
public final class Drop extends Fault {
    public Drop() {
        super(FaultCard.death(
                Profile.GENTLE,
                "drop",
                "FIN without a close frame, both directions closed",
                "takes the end of stream at DEBUG, marks the connection stale, forgets it at the next sweep"));
    }

    @Override
    public void inflict(Member victim) {
        victim.drop();
    }
}
