package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.victim.ServerCloseListener;
import dev.wsdoc.chaos.victim.Victim;
import dev.wsdoc.chaos.victim.VictimRegistry;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.logaudit.Mentions;
import dev.wsdoc.swarm.Member;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom a log entry may speak of: the victims, by port, by the id that the server gave them, or by a path that only one fault's have; the
 * healthy connections; what wsdoc asks for itself. Told by the experiment's thread, asked by the log's.
 */
public final class Suspects {
    private final VictimRegistry victims;
    private final ServerCloseListener closes;
    private final Map<String, Fault> paths;
    private final Set<String> ownPaths;
    private final Map<Integer, Other> others = new ConcurrentHashMap<>();
    private final Map<String, Other> othersById = new ConcurrentHashMap<>();

    /** Connections that nothing is done to. */
    public enum Party {
        /** Healthy ones: bystanders and the provoker. */
        LIVING,
        /** Those by which wsdoc tries whether the server serves. */
        OWN
    }

    /** One of these. */
    private record Other(Party party, @Nullable Member member) {
        static final Other PAGE = new Other(Party.OWN, null);
    }

    /**
     * Whom an entry names; empty when nobody.
     *
     * @param other null when none of those is named
     * @param goneAt when the last of them ended, in {@link System#nanoTime} terms; 0 when that is not known
     */
    record Named(List<Victim> victims, @Nullable Party other, long goneAt) {
        Named {
            victims = List.copyOf(victims);
        }
    }

    /**
     * Nobody is known yet but by path.
     *
     * @param paths those that only the victims of one fault come to
     * @param ownPaths those of the pages that wsdoc asks for
     */
    public Suspects(
            VictimRegistry victims, ServerCloseListener closes, Map<String, Fault> paths, Set<String> ownPaths) {
        this.victims = victims;
        this.closes = closes;
        this.paths = Map.copyOf(paths);
        this.ownPaths = Set.copyOf(ownPaths);
    }

    /** These are open, and no victims. */
    public void opened(Party party, List<Member> members) {
        for (Member member : members) {
            Other other = new Other(party, member);
            others.put(member.localPort(), other);
            String id = member.connectionId();
            if (id != null) {
                othersById.put(id, other);
            }
        }
    }

    Named in(String text) {
        Mentions mentions = Mentions.in(text);
        Set<Victim> named = new LinkedHashSet<>();
        Other other = null;
        for (int port : mentions.ports()) {
            add(named, victims.from(port));
            other = stronger(other, others.get(port));
        }
        for (String word : mentions.words()) {
            add(named, victims.named(word));
            add(named, onPath(word));
            other = stronger(other, ownPaths.contains(word) ? Other.PAGE : othersById.get(word));
        }
        return new Named(List.copyOf(named), other == null ? null : other.party, goneAt(named, other));
    }

    private static long goneAt(Set<Victim> named, @Nullable Other other) {
        long goneAt = other == null || other.member == null ? 0 : other.member.endedAt();
        for (Victim victim : named) {
            goneAt = Math.max(goneAt, victim.member().endedAt());
        }
        return goneAt;
    }

    private static void add(Set<Victim> named, @Nullable Victim victim) {
        if (victim != null) {
            named.add(victim);
        }
    }

    private static @Nullable Other stronger(@Nullable Other one, @Nullable Other other) {
        return other == null || (one != null && one.party == Party.OWN) ? one : other;
    }

    /** Any victim of the fault whose victims come to this path; null when it is none of theirs. */
    private @Nullable Victim onPath(String word) {
        Fault fault = paths.get(word);
        return fault == null ? null : victims.of(fault).stream().findFirst().orElse(null);
    }

    /** When a victim saw its end; 0 when it did not. */
    long endedAt(Victim victim) {
        return closes.endedAt(victim.member());
    }

    List<Victim> all() {
        return victims.all();
    }
}
