package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** The client's process is killed: its kernel resets the connection. */
@AutoService(Fault.class)
public final class Abrupt implements Death {
    @Override
    public String name() {
        return "abrupt";
    }

    @Override
    public String wire() {
        return "RST: the process was killed with data in flight";
    }

    @Override
    public String healthy() {
        return "takes the reset at DEBUG, marks the connection stale, forgets it at the next sweep";
    }

    @Override
    public void inflict(Member victim) {
        victim.reset();
    }
}
