package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** The client's process is killed: its kernel resets the connection. */
@AutoService(Fault.class)
public final class Abrupt implements Fault {
    private static final FaultCard CARD = FaultCard.death(
                    Profile.PUSH,
                    "abrupt",
                    "RST: the process was killed with data in flight",
                    "takes the reset at DEBUG, marks the connection stale, forgets it at the next sweep")
            .build();

    @Override
    public FaultCard card() {
        return CARD;
    }

    @Override
    public void inflict(Member victim) {
        victim.reset();
    }
}
