package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;

/** The client's process is killed: its kernel resets the connection. */
@AutoService(Fault.class)
public final class Abrupt implements Fault {
    @Override
    public String name() {
        return "abrupt";
    }

    @Override
    public String wire() {
        return "RST: the process was killed with data in flight";
    }

    @Override
    public String healthy() {
        return "takes the reset at DEBUG, marks the connection stale, forgets it at the next sweep";
    }

    @Override
    public String judged() {
        return "noticed within --detect-within, forgotten by the cleanup, nothing above DEBUG in the log";
    }

    @Override
    public Profile profile() {
        return Profile.PUSH;
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
        return Aftermath.GONE;
    }

    @Override
    public void inflict(Member victim) {
        victim.reset();
    }
}
