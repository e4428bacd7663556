package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** The client closes its socket without the closing handshake. */
@AutoService(Fault.class)
public final class Drop implements Fault {
    private static final FaultCard CARD = FaultCard.death(
                    Profile.GENTLE,
                    "drop",
                    "FIN without a close frame, both directions closed",
                    "takes the end of stream at DEBUG, marks the connection stale, forgets it at the next sweep")
            .build();

    @Override
    public FaultCard card() {
        return CARD;
    }

    @Override
    public void inflict(Member victim) {
        victim.drop();
    }
}
