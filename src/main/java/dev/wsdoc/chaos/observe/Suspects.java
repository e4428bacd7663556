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
    private final Map<Integer, Party> others = new ConcurrentHashMap<>();
    private final Map<String, Party> othersById = new ConcurrentHashMap<>();

    /** Connections that nothing is done to. */
    public enum Party {
        /** Healthy ones: bystanders and the provoker. */
        LIVING,
        /** Those by which wsdoc tries whether the server serves. */
        OWN
    }

    /**
     * Whom an entry names; empty when nobody.
     *
     * @param other null when none of those is named
     */
    record Named(List<Victim> victims, @Nullable Party other) {
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
            others.put(member.localPort(), party);
            String id = member.connectionId();
            if (id != null) {
                othersById.put(id, party);
            }
        }
    }

    Named in(String text) {
        Mentions mentions = Mentions.in(text);
        Set<Victim> named = new LinkedHashSet<>();
        Party other = null;
        for (int port : mentions.ports()) {
            add(named, victims.from(port));
            other = stronger(other, others.get(port));
        }
        for (String word : mentions.words()) {
            add(named, victims.named(word));
            add(named, onPath(word));
            other = stronger(other, ownPaths.contains(word) ? Party.OWN : othersById.get(word));
        }
        return new Named(List.copyOf(named), other);
    }

    private static void add(Set<Victim> named, @Nullable Victim victim) {
        if (victim != null) {
            named.add(victim);
        }
    }

    private static @Nullable Party stronger(@Nullable Party one, @Nullable Party other) {
        return one == Party.OWN || other == null ? one : other;
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
