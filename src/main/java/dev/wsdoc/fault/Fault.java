package dev.wsdoc.fault;

import dev.wsdoc.swarm.Member;

/**
 * One way for a client to die or misbehave. An implementation registers itself with {@code @AutoService(Fault.class)};
 * nothing else has to know of it. Faults hold no state: one instance serves every victim.
 */
public interface Fault {
    /** The name in options and reports, such as {@code half-close}. */
    String name();

    /** What goes over the wire. */
    String wire();

    /** What a healthy server does about it. */
    String healthy();

    /** How a server can learn of it. */
    Notice notice();

    /** What the server is to make of it. */
    Farewell farewell();

    /** Whether the victim is still there to see what the server does. */
    Aftermath aftermath();

    /** Does it to the victim; on the victim's loop. */
    void inflict(Member victim);

    /** Lets a victim that shut its eyes look at its socket, once the server had its time; on the victim's loop. */
    default void revisit(Member victim) {}

    /** How a server can learn of a fault. */
    enum Notice {
        /** The socket says so: a FIN, an RST, a close frame. */
        AT_ONCE,
        /** Only silence says so: pings that stay unanswered. */
        BY_PING
    }

    /** What the server is to make of it. */
    enum Farewell {
        /** A closing handshake: the connection is removed at once and never stale. */
        CLEAN,
        /** An abnormal end, code 1006: RFC 6455 section 7.1.5. */
        ABNORMAL
    }

    /** Whether the victim is still there to see what the server does. */
    enum Aftermath {
        /** Its socket is closed. */
        GONE,
        /** Its socket is open, and it watches for the server to end its side. */
        WATCHING
    }
}
