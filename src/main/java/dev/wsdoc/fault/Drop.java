package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** The client closes its socket without the closing handshake. */
@AutoService(Fault.class)
public final class Drop implements Death {
    @Override
    public String name() {
        return "drop";
    }

    @Override
    public String wire() {
        return "FIN without a close frame, both directions closed";
    }

    @Override
    public String healthy() {
        return "takes the end of stream at DEBUG, marks the connection stale, forgets it at the next sweep";
    }

    @Override
    public Profile profile() {
        return Profile.GENTLE;
    }

    @Override
    public void inflict(Member victim) {
        victim.drop();
    }
}
