package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** The phone is in a tunnel: the socket is open and nobody is there. */
@AutoService(Fault.class)
public final class Freeze implements Fault {
    @Override
    public String name() {
        return "freeze";
    }

    @Override
    public String wire() {
        return "nothing: no reads, no pongs; the socket stays open";
    }

    @Override
    public String healthy() {
        return "misses the pong, and closes and forgets the connection";
    }

    @Override
    public String judged() {
        return "the victim finds its socket ended after --ping-wait";
    }

    @Override
    public Profile profile() {
        return Profile.SLOW;
    }

    @Override
    public Notice notice() {
        return Notice.BY_PING;
    }

    @Override
    public Farewell farewell() {
        return Farewell.ABNORMAL;
    }

    @Override
    public Aftermath aftermath() {
        return Aftermath.WATCHING;
    }

    @Override
    public void inflict(Member victim) {
        victim.freeze();
    }

    @Override
    public void revisit(Member victim) {
        victim.thaw();
    }
}
