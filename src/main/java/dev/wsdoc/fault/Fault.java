package dev.wsdoc.fault;

import dev.wsdoc.swarm.Member;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * One way for a client to die or misbehave. One registers itself with {@code @AutoService(Fault.class)};
 * nothing else has to know of it. Faults hold no state: one instance serves every victim.
 */
public abstract class Fault {
    private final FaultCard card;

    /** Those that there are, found by their registration. */
    private static final class Registered {
        static final List<Fault> ALL = ServiceLoader.load(Fault.class, Fault.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Fault::profile).thenComparing(Fault::name))
                .toList();
    }

    protected Fault(FaultCard card) {
        this.card = card;
    }

    Fault(FaultCard.Builder card) {
        this(card.build());
    }

    /** All faults there are; the harmless ones first. */
    public static List<Fault> all() {
        return Registered.ALL;
    }

    /**
     * The fault of that name.
     *
     * @throws IllegalArgumentException when there is no such fault; the message names those that there are
     */
    public static Fault named(String name) {
        return all().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no fault '" + name + "'; there are "
                        + all().stream().map(Fault::name).collect(Collectors.joining(", "))));
    }

    /** What is known of it: its name, its words, how it is noticed and judged. */
    public final FaultCard card() {
        return card;
    }

    /** Does it to the victim; on the victim's loop. */
    public abstract void inflict(Member victim);

    /** Lets a victim that shut its eyes look at its socket, once the server had its time; on the victim's loop. */
    public void revisit(Member victim) {}

    /** The name in options and reports, such as {@code half-close}. */
    public final String name() {
        return card.name();
    }

    /** How dangerous it is. */
    public final Profile profile() {
        return card.profile();
    }

    /** How victims come to the server. */
    public enum Entrance {
        /** As WebSocket clients whose upgrade was answered. */
        UPGRADED,
        /** Only a TCP connection stands (under TLS, the secured one): the fault itself says whatever is said. */
        CONNECTED
    }

    /** How a server can learn of a fault. */
    public enum Notice {
        /** The socket says so: a FIN, an RST, a close frame. */
        AT_ONCE,
        /** Only time says so: pings that stay unanswered, deadlines that pass. */
        BY_PING
    }

    /** What the server is to make of it. */
    public enum Farewell {
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
    public enum Aftermath {
        /** Its socket is closed. */
        GONE,
        /** Its socket is open, and it watches for the server to end its side. */
        WATCHING
    }
}
