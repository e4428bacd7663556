package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;

/** A client that says goodbye and does not wait for the answer. */
@AutoService(Fault.class)
public final class CloseThenReset implements Fault {
    private static final FaultCard CARD = FaultCard.death(
                    Profile.PUSH,
                    "close-then-reset",
                    "close frame 1000, then RST at once",
                    "takes what comes first, the goodbye or the reset, at DEBUG, and forgets the connection")
            .partingBy(Farewell.EITHER)
            .build();

    @Override
    public FaultCard card() {
        return CARD;
    }

    @Override
    public void inflict(Member victim) {
        victim.close(CloseCode.NORMAL, "");
        victim.reset();
    }
}
