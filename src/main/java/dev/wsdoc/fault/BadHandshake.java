package dev.wsdoc.fault;

import dev.wsdoc.swarm.Member;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A fault that is a request which is no WebSocket handshake: RFC 6455 section 4.2.1 asks for an HTTP error then. */
interface BadHandshake extends Fault {
    /** What it says instead. */
    byte[] request(Member victim);

    @Override
    Expectation expectation();

    @Override
    default String healthy() {
        return expectation().text();
    }

    @Override
    default Profile profile() {
        return Profile.HOSTILE;
    }

    @Override
    default Entrance entrance() {
        return Entrance.CONNECTED;
    }

    @Override
    default Notice notice() {
        return Notice.AT_ONCE;
    }

    @Override
    default Farewell farewell() {
        return Farewell.NONE;
    }

    @Override
    default Aftermath aftermath() {
        return Aftermath.WATCHING;
    }

    @Override
    default void inflict(Member victim) {
        victim.inject(ByteBuffer.wrap(request(victim)));
    }

    /** The upgrade request that a good client would make, as text. */
    static String goodRequest(Member victim) {
        return new String(victim.upgradeRequest(), StandardCharsets.ISO_8859_1);
    }
}
