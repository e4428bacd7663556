package dev.wsdoc.fault;

import dev.wsdoc.swarm.Member;
import java.nio.ByteBuffer;

/**
 * A fault that is one frame which RFC 6455 forbids: the server is to fail the connection (section 7.1.7), and the victim
 * stays to see with which close code.
 */
interface ForbiddenFrame extends Fault {
    /** The frame, made anew for each victim. */
    ByteBuffer frame(Member victim);

    @Override
    Expectation expectation();

    @Override
    default String healthy() {
        return "fails the connection: " + expectation().text();
    }

    @Override
    default String judged() {
        return "still open after --detect-within is a failure; another code, or none, is a warning";
    }

    @Override
    default Profile profile() {
        return Profile.HOSTILE;
    }

    @Override
    default Notice notice() {
        return Notice.AT_ONCE;
    }

    @Override
    default Farewell farewell() {
        return Farewell.ABNORMAL;
    }

    @Override
    default Aftermath aftermath() {
        return Aftermath.WATCHING;
    }

    @Override
    default void inflict(Member victim) {
        victim.inject(frame(victim));
    }
}
