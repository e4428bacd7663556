package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;

/** A client that says goodbye and does not wait for the answer. */
@AutoService(Fault.class)
public final class CloseThenReset extends Fault {
    public CloseThenReset() {
        super(FaultCard.death(
                        Profile.PUSH,
                        "close-then-reset",
                        "close frame 1000, then RST at once",
                        "takes what comes first, the goodbye or the reset, at DEBUG, and forgets the connection")
                .partingBy(Farewell.EITHER));
    }

    @Override
    public void inflict(Member victim) {
        victim.close(CloseCode.NORMAL, "");
        victim.reset();
    }
}
