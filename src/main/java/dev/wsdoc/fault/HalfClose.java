package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** The client ends its output and lingers: RFC 9293 section 3.6, one direction closed. */
@AutoService(Fault.class)
public final class HalfClose implements Fault {
    @Override
    public String name() {
        return "half-close";
    }

    @Override
    public String wire() {
        return "FIN one way; the client goes on reading";
    }

    @Override
    public String healthy() {
        return "ends its own side too, instead of keeping half a connection";
    }

    @Override
    public String judged() {
        return "the victim sees the server end its side within --detect-within";
    }

    @Override
    public Profile profile() {
        return Profile.GENTLE;
    }

    @Override
    public Notice notice() {
        return Notice.AT_ONCE;
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
        victim.halfClose();
    }
}
