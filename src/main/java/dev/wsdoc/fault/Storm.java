package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** A client library that reconnects at once, again and again. */
@AutoService(Fault.class)
public final class Storm extends Fault {
    private static final int TIMES = 10;

    public Storm() {
        super(FaultCard.death(
                        Profile.PUSH,
                        "storm",
                        "connects, RST, and again at once: " + TIMES + " times",
                        "keeps up, or refuses some; each that was opened is forgotten, and nobody else suffers")
                .inWaves(TIMES));
    }

    @Override
    public void inflict(Member victim) {
        victim.reset();
    }
}
