package dev.wsdoc.chaos.victim;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Fault.Entrance;
import dev.wsdoc.model.EndsPage.End;
import dev.wsdoc.swarm.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every victim by the id that the server gave it, so that the server's ends journal can be held against what was really
 * done. Thread-safe.
 */
public final class VictimRegistry {
    private final Map<String, Victim> byId = new HashMap<>();
    private final Map<Member, Victim> byMember = new HashMap<>();
    private final Map<Integer, Victim> byPort = new HashMap<>();
    private final List<Victim> victims = new ArrayList<>();
    private int upgraded;
    private final Instant wallAnchor;
    private final long nanosAnchor;

    /** The two anchors are one moment on the server's clock and on the swarm's. */
    public VictimRegistry(Instant wallAnchor, long nanosAnchor) {
        this.wallAnchor = wallAnchor;
        this.nanosAnchor = nanosAnchor;
    }

    public synchronized void add(Victim victim) {
        victims.add(victim);
        upgraded += victim.fault().card().entrance() == Entrance.UPGRADED ? 1 : 0;
        byMember.put(victim.member(), victim);
        byPort.put(victim.member().localPort(), victim); // a port that is used again is its newest owner's
        String id = victim.member().connectionId();
        if (id != null) {
            byId.put(id, victim);
        }
    }

    /** Those that ended before anything was done to them: others may take their place. */
    public synchronized List<Victim> removeEnded(Set<Member> ended) {
        List<Victim> gone = victims.stream()
                .filter(victim -> ended.contains(victim.member()))
                .toList();
        victims.removeIf(victim -> ended.contains(victim.member()));
        byId.values().removeIf(victim -> ended.contains(victim.member()));
        byMember.keySet().removeAll(ended);
        upgraded -= (int) gone.stream()
                .filter(victim -> victim.fault().card().entrance() == Entrance.UPGRADED)
                .count();
        return gone;
    }

    /** Takes what the journal says. */
    public synchronized void enter(EndsBatch batch) {
        for (End end : batch.ends()) {
            Victim victim = byId.get(end.id());
            if (victim != null) {
                victim.noticed(Math.min(nanosOf(end.at()), batch.seenAt()));
                if (end.path() != null) {
                    victim.removed(end.path());
                }
            }
        }
    }

    private long nanosOf(Instant at) {
        return nanosAnchor + Duration.between(wallAnchor, at).toNanos();
    }

    /** The victims of one fault. */
    public synchronized List<Victim> of(Fault fault) {
        return victims.stream().filter(victim -> victim.fault() == fault).toList();
    }

    /** The victim that the server calls so; null when there is none. */
    public synchronized @Nullable Victim named(String id) {
        return byId.get(id);
    }

    /** The victim that came from this port; null when there is none. */
    public synchronized @Nullable Victim from(int port) {
        return byPort.get(port);
    }

    /** All victims until now. */
    public synchronized List<Victim> all() {
        return List.copyOf(victims);
    }

    /** Whether every victim that the server upgraded can be followed by its id. */
    public synchronized boolean knowsAll() {
        return byId.size() == upgraded;
    }

    /** What is known of the victim that a member is. */
    public synchronized VictimOutcome outcome(Member member) {
        Victim victim = byMember.get(member);
        if (victim == null) {
            throw new IllegalStateException("member " + member.index() + " is no victim");
        }
        return victim.outcome();
    }

    /** The sockets of all victims. */
    public synchronized List<Member> members() {
        return victims.stream().map(Victim::member).toList();
    }
}
