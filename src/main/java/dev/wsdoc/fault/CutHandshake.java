package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import java.nio.ByteBuffer;

/** A client that dies inside its upgrade request. */
@AutoService(Fault.class)
public final class CutHandshake extends Fault {
    public CutHandshake() {
        super(FaultCard.death(
                        Profile.PUSH,
                        "cut-handshake",
                        "half an upgrade request, then FIN or RST, in turn",
                        "forgets the half request; nothing was opened, nothing is logged above DEBUG")
                .judged("nothing above DEBUG in the log, no descriptor left, no connection counted")
                .from(Entrance.CONNECTED)
                .partingBy(Farewell.NONE));
    }

    @Override
    public void inflict(Member victim) {
        byte[] request = victim.upgradeRequest();
        victim.inject(ByteBuffer.wrap(request, 0, request.length / 2));
        if (victim.index() % 2 == 0) {
            victim.drop();
        } else {
            victim.reset();
        }
    }
}
