package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;

/** The control group: a proper goodbye, RFC 6455 section 7. */
@AutoService(Fault.class)
public final class Polite extends Fault {
    public Polite() {
        super(FaultCard.watching(
                        Profile.GENTLE,
                        "polite",
                        "close frame 1000, then the closing handshake",
                        "answers the close, closes, and removes the connection at once",
                        "the victim sees the server end the connection within --detect-within")
                .partingBy(Farewell.CLEAN));
    }

    @Override
    public void inflict(Member victim) {
        victim.close(CloseCode.NORMAL, "");
    }
}
