package dev.wsdoc.fault;

import dev.wsdoc.swarm.Member;
import org.jspecify.annotations.Nullable;

/**
 * One way for a client to die or misbehave. An implementation registers itself with {@code @AutoService(Fault.class)};
 * nothing else has to know of it. Faults hold no state: one instance serves every victim.
 */
public interface Fault {
    /** What is known of it: its name, its words, how it is noticed and judged. */
    FaultCard card();

    /** Does it to the victim; on the victim's loop. */
    void inflict(Member victim);

    /** Lets a victim that shut its eyes look at its socket, once the server had its time; on the victim's loop. */
    default void revisit(Member victim) {}

    /** The name in options and reports, such as {@code half-close}. */
    default String name() {
        return card().name();
    }

    /** How dangerous it is. */
    default Profile profile() {
        return card().profile();
    }

    /** How its victims come to the server. */
    default Entrance entrance() {
        return card().entrance();
    }

    /** What the victim's own socket is to see; null when a socket tells nothing. */
    default @Nullable Expectation expectation() {
        return card().expectation();
    }

    /** How a server can learn of it. */
    default Notice notice() {
        return card().notice();
    }

    /** What the server is to make of it. */
    default Farewell farewell() {
        return card().farewell();
    }

    /** Whether the victim is still there to see what the server does. */
    default Aftermath aftermath() {
        return card().aftermath();
    }

    /** How victims come to the server. */
    enum Entrance {
        /** As WebSocket clients whose upgrade was answered. */
        UPGRADED,
        /** Only a TCP connection stands (under TLS, the secured one): the fault itself says whatever is said. */
        CONNECTED
    }

    /** How a server can learn of a fault. */
    enum Notice {
        /** The socket says so: a FIN, an RST, a close frame. */
        AT_ONCE,
        /** Only time says so: pings that stay unanswered, deadlines that pass. */
        BY_PING
    }

    /** What the server is to make of it. */
    enum Farewell {
        /** A closing handshake: the connection is removed at once and never stale. */
        CLEAN,
        /** An abnormal end, code 1006: RFC 6455 section 7.1.5. */
        ABNORMAL,
        /** One of both: the close frame and an abnormal end race, and the server may see either first. */
        EITHER,
        /** Nothing: it never was a connection that the server lists. */
        NONE;

        /** Whether a server may list it as stale. */
        public boolean mayBeStale() {
            return this == ABNORMAL || this == EITHER;
        }
    }

    /** Whether the victim is still there to see what the server does. */
    enum Aftermath {
        /** Its socket is closed. */
        GONE,
        /** Its socket is open, and it watches for the server to end its side. */
        WATCHING
    }
}
