package dev.wsdoc.fault;

import com.google.auto.service.AutoService;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.CloseCode;

/** The control group: a proper goodbye, RFC 6455 section 7. */
@AutoService(Fault.class)
public final class Polite implements Fault {
    @Override
    public String name() {
        return "polite";
    }

    @Override
    public String wire() {
        return "close frame 1000, then the closing handshake";
    }

    @Override
    public String healthy() {
        return "answers the close, closes, and removes the connection at once";
    }

    @Override
    public String judged() {
        return "the victim sees the server end the connection within --detect-within";
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
        return Farewell.CLEAN;
    }

    @Override
    public Aftermath aftermath() {
        return Aftermath.WATCHING;
    }

    @Override
    public void inflict(Member victim) {
        victim.close(CloseCode.NORMAL, "");
    }
}
