package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** The client's process is killed: its kernel resets the connection. */
@AutoService(Fault.class)
public final class Abrupt extends Fault {
    public Abrupt() {
        super(FaultCard.death(
                Profile.PUSH,
                "abrupt",
                "RST: the process was killed with data in flight",
                "takes the reset at DEBUG, marks the connection stale, forgets it at the next sweep"));
    }

    @Override
    public void inflict(Member victim) {
        victim.reset();
    }
}
