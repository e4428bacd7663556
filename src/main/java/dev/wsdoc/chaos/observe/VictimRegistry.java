package dev.wsdoc.chaos.observe;

import dev.wsdoc.fault.Fault.Entrance;
import dev.wsdoc.model.EndsPage.End;
import dev.wsdoc.swarm.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every victim by the id that the server gave it, so that the server's ends journal can be held against what was really
 * done. Owned by the experiment's thread.
 */
public final class VictimRegistry {
    private final Map<String, Victim> byId = new HashMap<>();
    private final Map<Member, Victim> byMember = new HashMap<>();
    private final List<Victim> victims = new ArrayList<>();
    private int upgraded;
    private final Instant wallAnchor;
    private final long nanosAnchor;

    /** The two anchors are one moment on the server's clock and on the swarm's. */
    public VictimRegistry(Instant wallAnchor, long nanosAnchor) {
        this.wallAnchor = wallAnchor;
        this.nanosAnchor = nanosAnchor;
    }

    public void add(Victim victim) {
        victims.add(victim);
        upgraded += victim.fault().entrance() == Entrance.UPGRADED ? 1 : 0;
        byMember.put(victim.member(), victim);
        String id = victim.member().connectionId();
        if (id != null) {
            byId.put(id, victim);
        }
    }

    /**
     * Takes what the journal says.
     *
     * @param seenAt when it was read: no notice can be later, whatever the server's clock says
     */
    void enter(Collection<End> ends, long seenAt) {
        for (End end : ends) {
            Victim victim = byId.get(end.id());
            if (victim != null) {
                victim.noticed(Math.min(nanosOf(end.at()), seenAt));
                if (end.path() != null) {
                    victim.removed(end.path());
                }
            }
        }
    }

    private long nanosOf(Instant at) {
        return nanosAnchor + Duration.between(wallAnchor, at).toNanos();
    }

    public List<Victim> victims() {
        return victims;
    }

    /** Whether every victim that the server upgraded can be followed by its id. */
    public boolean knowsAll() {
        return byId.size() == upgraded;
    }

    /** The victim that a member is; also for the loops, while the experiment's thread waits for them. */
    public Victim of(Member member) {
        Victim victim = byMember.get(member);
        if (victim == null) {
            throw new IllegalStateException("member " + member.index() + " is no victim");
        }
        return victim;
    }

    /** The sockets of all victims. */
    public List<Member> members() {
        return victims.stream().map(Victim::member).toList();
    }
}
