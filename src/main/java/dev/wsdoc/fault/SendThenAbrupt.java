package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** A client that dies while the server still works on what it sent. */
@AutoService(Fault.class)
public final class SendThenAbrupt extends Fault {
    private static final int MESSAGES = 200;

    public SendThenAbrupt() {
        super(FaultCard.death(
                Profile.PUSH,
                "send-then-abrupt",
                MESSAGES + " short text messages, then RST",
                "stops answering at the first send that fails, marks the connection stale, forgets it"));
    }

    @Override
    public void inflict(Member victim) {
        for (int i = 0; i < MESSAGES; i++) {
            victim.sendText("wsdoc: message " + i + " of " + MESSAGES);
        }
        victim.reset();
    }
}
