package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.bystander.Provoker;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.RoundTimes;
import dev.wsdoc.chaos.victim.Victim;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.report.Amount;
import dev.wsdoc.swarm.Member;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The same faults once more on half as many victims, all at once, to tell what repeats (a leak) from what a server takes once (a pool)
 * or gives back now and then (garbage). It comes when all else was judged, and changes nothing of that. Owned by the experiment's thread.
 */
final class FurtherWave {
    private static final Duration AT_LEAST = Duration.ofSeconds(1); // for sends into the dead
    private static final Duration BESIDES = Duration.ofSeconds(5); // to open and to close

    private final ExperimentContext context;
    private final Recorder recorder;
    private final Map<Fault, Integer> counts;
    private final String name;

    /** @param name which one it is, such as {@code second wave} */
    FurtherWave(ExperimentContext context, Recorder recorder, String name) {
        this.context = context;
        this.recorder = recorder;
        this.name = name;
        this.counts = half(context.plan.victims());
    }

    /** Half of those that come up front, at least 1 for each fault. */
    private static Map<Fault, Integer> half(Map<Fault, Integer> victims) {
        Map<Fault, Integer> half = new LinkedHashMap<>();
        victims.forEach((fault, count) -> {
            if (Round.comesUpFront(fault)) {
                half.put(fault, Math.max(1, count / 2));
            }
        });
        return half;
    }

    /**
     * Makes it.
     *
     * @param pingWait how long frozen victims may wait to be noticed
     * @return how many victims it had; 0 when it could not be made, which is noted
     */
    int run(Duration pingWait) {
        Duration limit =
                RoundTimes.longest(counts.keySet(), context.plan.limits().detectWithin(), pingWait);
        if (counts.isEmpty()) {
            recorder.note("there was no " + name + ": none of the faults has victims that come up front");
            return 0;
        }
        if (!context.hasTimeFor(limit.plus(BESIDES))) {
            recorder.note("there was no " + name + ": too little time was left (--timeout)");
            return 0;
        }
        context.beat.at("a " + name, 0, 0);
        context.await(context.probes.all(probe -> probe.round("the " + name)));
        recorder.roundBegins("the " + name);
        int victims = make(limit);
        recorder.roundBegins("");
        return victims;
    }

    private int make(Duration limit) {
        CohortOpener opener = new CohortOpener(context);
        try {
            Provoker provoker = OpenPhase.openProvoker(context, opener);
            List<Victim> victims = OpenPhase.openVictims(context, opener, counts);
            if (victims.isEmpty()) {
                recorder.note("there was no " + name + ": none of its victims could be opened");
            } else {
                inflict(victims, provoker, limit);
            }
            leave(provoker);
            return victims.size();
        } catch (CannotRunException e) {
            recorder.note("there was no " + name + ": " + e.getMessage());
            return 0;
        }
    }

    private void inflict(List<Victim> victims, Provoker provoker, Duration limit) {
        Map<Fault, List<Victim>> byFault =
                victims.stream().collect(Collectors.groupingBy(Victim::fault, LinkedHashMap::new, Collectors.toList()));
        List<Round> rounds = byFault.entrySet().stream()
                .map(share -> {
                    Round round = new Round(context, share.getKey(), limit);
                    round.inflictOn(share.getValue());
                    return round;
                })
                .toList();
        long start = context.clock.nanos();
        provoker.hurry(start);
        context.until(limit, () -> {
            provoker.tick(context.clock.nanos());
            return context.clock.nanos() - start >= AT_LEAST.toNanos()
                    && rounds.stream().allMatch(Round::isSettled);
        });
        context.probes.sockets().watchNobody();
        String faults = byFault.entrySet().stream()
                .map(share -> share.getKey().name() + " " + share.getValue().size())
                .collect(Collectors.joining(", "));
        recorder.note("a " + name + " of " + Amount.of(victims.size(), "victim") + " followed (" + faults
                + "), as what came before had left something behind in the server's process");
    }

    /** Nobody of it stays, and what can be cleaned up is. */
    private void leave(Provoker provoker) {
        context.sayGoodbye(provoker.members(), AT_LEAST);
        context.await(context.swarm.each(context.victims.members(), Member::drop));
        context.await(context.swarm.each(provoker.members(), Member::drop));
        context.await(context.probes.counts().cleanupUncounted());
    }
}
