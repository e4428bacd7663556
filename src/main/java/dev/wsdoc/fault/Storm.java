package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** A client library that reconnects at once, again and again. */
@AutoService(Fault.class)
public final class Storm implements Death {
    private static final int TIMES = 10;

    @Override
    public String name() {
        return "storm";
    }

    @Override
    public String wire() {
        return "connects, RST, and again at once: " + TIMES + " times";
    }

    @Override
    public String healthy() {
        return "keeps up, or refuses some; each that was opened is forgotten, and nobody else suffers";
    }

    @Override
    public int waves() {
        return TIMES;
    }

    @Override
    public void inflict(Member victim) {
        victim.reset();
    }
}
