package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;

/** A client that says goodbye and does not wait for the answer. */
@AutoService(Fault.class)
public final class CloseThenReset implements Death {
    @Override
    public String name() {
        return "close-then-reset";
    }

    @Override
    public String wire() {
        return "close frame 1000, then RST at once";
    }

    @Override
    public String healthy() {
        return "takes what comes first, the goodbye or the reset, at DEBUG, and forgets the connection";
    }

    @Override
    public Farewell farewell() {
        return Farewell.EITHER;
    }

    @Override
    public void inflict(Member victim) {
        victim.close(CloseCode.NORMAL, "");
        victim.reset();
    }
}
