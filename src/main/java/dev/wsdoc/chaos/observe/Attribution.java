package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.observe.Suspects.Named;
import dev.wsdoc.chaos.observe.Suspects.Party;
import dev.wsdoc.chaos.victim.Victim;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Fault.Notice;
import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.model.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a log entry is put down to. Whoever it names decides, whenever it comes; who names nobody is judged by its time: within {@value
 * #PROMPT_MS} ms of a round's begin it belongs to that, later to any fault that was inflicted until then. Owned by the log's thread.
 */
final class Attribution {
    /** Before the first fault. */
    static final String BEFORE = "before the faults";
    /** The healthy ones: they are served, and say goodbye. */
    static final String LIVING = "healthy connections";
    /** What wsdoc asks for itself. */
    static final String OWN = "wsdoc itself";

    private static final String EARLY = " before their turn";
    private static final long PROMPT_MS = 2_000;
    private static final long PROMPT = Duration.ofMillis(PROMPT_MS).toNanos();
    private static final long AN_END_IS_TOLD_WITHIN = Duration.ofSeconds(2).toNanos();
    private static final int MOST_NAMED = 6;

    private final Suspects suspects;
    private final Map<String, Long> begun = new LinkedHashMap<>();
    private String newest = BEFORE;
    private long newestAt; // when the newest round began
    private Stage stage = Stage.CHAOS;

    /** What wsdoc does. */
    enum Stage {
        /** It gets to know the server. */
        ACQUAINTANCE,
        /** Anything up to the end of the rounds, and the cleanup. */
        CHAOS,
        /** A fresh connection is tried. */
        LAST_CONNECTION,
        /** The healthy ones leave. */
        GOODBYES,
        /** Nobody is left. */
        SILENCE
    }

    /**
     * When an entry began.
     *
     * @param early faults some of whose victims have just ended, before anything was done to them
     * @param possible faults that an entry that names nobody may come from
     */
    record Moment(Stage stage, Set<String> possible, Set<String> early) {
        Moment {
            possible = copy(possible);
            early = copy(early);
        }

        private static Set<String> copy(Set<String> names) {
            return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(names));
        }

        String cause() {
            List<String> all = new ArrayList<>(possible);
            early.forEach(fault -> all.add(fault + EARLY));
            if (!all.isEmpty() && (stage == Stage.LAST_CONNECTION || stage == Stage.GOODBYES)) {
                all.add(LIVING);
            }
            return all.isEmpty() ? BEFORE : joined(all);
        }
    }

    Attribution(Suspects suspects) {
        this.suspects = suspects;
    }

    /** A fault's round begins, or what comes {@link Probe#AFTERWARDS}. */
    void turnTo(String cause, long at) {
        newest = cause;
        if (!cause.equals(Probe.AFTERWARDS)) {
            begun.put(cause, at);
            newestAt = at;
        }
    }

    void enter(Stage next) {
        stage = next;
    }

    Moment moment(long at) {
        return new Moment(stage, possible(at), early(at));
    }

    private Set<String> possible(long at) {
        Long since = begun.get(newest);
        return since != null && at - since < PROMPT ? Set.of(newest) : begun.keySet();
    }

    private Set<String> early(long at) {
        Set<String> faults = new TreeSet<>();
        for (Victim victim : suspects.all()) {
            long ended = suspects.endedAt(victim);
            if (ended != 0 && at - ended < AN_END_IS_TOLD_WITHIN && isEarly(victim)) {
                faults.add(victim.fault().name());
            }
        }
        return faults;
    }

    private boolean isEarly(Victim victim) {
        Long turn = begun.get(victim.fault().name());
        long ended = suspects.endedAt(victim);
        return turn == null || (ended != 0 && ended - turn < 0);
    }

    /** Whom an entry names. */
    Named named(Judged judged) {
        return suspects.in(judged.entry().raw());
    }

    /** What an entry that names these and began at that moment is put down to. */
    String of(Judged judged, Named named, Moment moment) {
        if (!named.victims().isEmpty()) {
            return joined(named.victims().stream()
                    .map(victim -> victim.fault().name() + (isEarly(victim) ? EARLY : ""))
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        if (moment.stage == Stage.ACQUAINTANCE) {
            return OWN;
        }
        if (named.other() != null) {
            return named.other() == Party.OWN ? OWN : LIVING;
        }
        return isOfTheLiving(judged, moment)
                ? (moment.stage == Stage.LAST_CONNECTION ? OWN : LIVING)
                : byTime(judged, moment);
    }

    /** While only healthy ones come and go, what tells of a regular end tells of theirs; of goodbyes only what is not loud. */
    private static boolean isOfTheLiving(Judged judged, Moment moment) {
        boolean isRegular = judged.category() == null || judged.category() == Category.CLOSED;
        boolean isLoud = judged.category() != null && judged.entry().isAtLeast(Level.WARN);
        return isRegular && (moment.stage == Stage.LAST_CONNECTION || (moment.stage == Stage.GOODBYES && !isLoud));
    }

    /** Only who was silent misses a pong. */
    private String byTime(Judged judged, Moment moment) {
        if (judged.category() == Category.NO_PONG) {
            Set<String> silent = new LinkedHashSet<>(moment.possible);
            silent.retainAll(silent());
            return silent.isEmpty() ? moment.cause() : joined(silent);
        }
        return moment.cause();
    }

    private Set<String> silent() {
        return suspects.all().stream()
                .map(Victim::fault)
                .filter(fault -> fault.card().notice() == Notice.BY_PING)
                .map(Fault::name)
                .collect(Collectors.toSet());
    }

    /**
     * How long after a client's end trouble with it was told, in ns: whoever an entry names, or else the newest victims, when the rounds
     * are over and nobody has left yet. 0 when neither is known.
     */
    long lateness(Judged judged, Named named, Moment moment, long at) {
        if (named.goneAt() != 0) {
            return Math.max(0, at - named.goneAt());
        }
        boolean isAboutTheDead = newest.equals(Probe.AFTERWARDS)
                && moment.stage == Stage.CHAOS
                && (judged.isNoise() || judged.needsHuman());
        return isAboutTheDead ? at - newestAt : 0;
    }

    private static String joined(Collection<String> causes) {
        return causes.size() <= MOST_NAMED ? String.join(" or ", causes) : "one of " + causes.size() + " faults";
    }
}
