package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.Milestones.Opened;
import dev.wsdoc.chaos.observe.Provoker;
import dev.wsdoc.chaos.observe.Victim;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Opens the provoker, the bystanders and the victims that come up front. */
final class OpenPhase {
    private final ExperimentContext context;
    private final CohortOpener opener;

    private OpenPhase(ExperimentContext context) {
        this.context = context;
        this.opener = new CohortOpener(context);
    }

    static Opened run(ExperimentContext context) throws CannotRunException {
        OpenPhase phase = new OpenPhase(context);
        phase.openProvoker();
        phase.openBystanders();
        int victims = phase.openVictims();
        int open = phase.opener.open();
        return new Opened(open + phase.opener.failures().size(), open, victims, phase.opener.failures());
    }

    private void openProvoker() throws CannotRunException {
        if (context.paths.provoker() != null) {
            context.provokeBy(openProvoker(context, opener));
        }
    }

    /** One that says nothing when it cannot be opened, or when it is not known what to say. */
    static Provoker openProvoker(ExperimentContext context, CohortOpener opener) throws CannotRunException {
        String path = context.paths.provoker();
        List<Member> open = path == null
                ? List.of()
                : opener.open(Cohort.of("provoker", 1, context.paths.target().withResource(path), MemberListener.NONE))
                        .open();
        return new Provoker(
                context.swarm,
                open,
                context.isReference() ? null : context.plan.profile().provoke(),
                context.plan.seed());
    }

    private void openBystanders() throws CannotRunException {
        if (context.plan.bystanders() > 0) {
            Cohort cohort = Cohort.of(
                            "bystander", context.plan.bystanders(), context.paths.target(), context.bystanders)
                    .withResources(context.paths.bystanders());
            context.bystanders.opened(opener.open(cohort).open());
            context.bystanders.beat();
        }
    }

    /** Returns how many are open. */
    private int openVictims() throws CannotRunException {
        Map<Fault, Integer> counts = new LinkedHashMap<>(context.plan.victims());
        counts.keySet().removeIf(fault -> !Round.comesUpFront(fault));
        if (counts.isEmpty()) {
            return 0;
        }
        List<Victim> victims = openVictims(context, opener, counts);
        if (victims.isEmpty()) {
            int asked = counts.values().stream().mapToInt(Integer::intValue).sum();
            throw new CannotRunException("none of " + asked + " victims could be opened on " + context.plan.target()
                    + ": " + opener.failures().get(0).text());
        }
        return victims.size();
    }

    /** The faults are dealt out at random, so that no cohort is the oldest or the newest in the server's list. */
    static List<Victim> openVictims(ExperimentContext context, CohortOpener opener, Map<Fault, Integer> counts)
            throws CannotRunException {
        List<Fault> dealt = new ArrayList<>();
        counts.forEach((fault, count) -> dealt.addAll(Collections.nCopies(count, fault)));
        Collections.shuffle(dealt, new Random(context.plan.seed()));
        Cohort cohort = Cohort.of(
                        "victim",
                        dealt.size(),
                        context.paths.target(),
                        context.probes.sockets().closes())
                .withResources(index -> context.paths.victims().apply(dealt.get(index)));
        List<Victim> victims = opener.open(cohort).open().stream()
                .map(member -> new Victim(dealt.get(member.index()), member))
                .toList();
        victims.forEach(context.victims::add);
        return victims;
    }
}
