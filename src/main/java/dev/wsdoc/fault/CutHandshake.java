package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import java.nio.ByteBuffer;

/** A client that dies inside its upgrade request. */
@AutoService(Fault.class)
public final class CutHandshake implements Death {
    @Override
    public String name() {
        return "cut-handshake";
    }

    @Override
    public String wire() {
        return "half an upgrade request, then FIN or RST, in turn";
    }

    @Override
    public String healthy() {
        return "forgets the half request; nothing was opened, nothing is logged above DEBUG";
    }

    @Override
    public String judged() {
        return "nothing above DEBUG in the log, no descriptor left, no connection counted";
    }

    @Override
    public Entrance entrance() {
        return Entrance.CONNECTED;
    }

    @Override
    public Farewell farewell() {
        return Farewell.NONE;
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
