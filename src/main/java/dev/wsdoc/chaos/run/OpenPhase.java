package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.chaos.bystander.Provoker;
import dev.wsdoc.chaos.observe.Milestones.Opened;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.victim.Victim;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.Amount;
import dev.wsdoc.swarm.Cohort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Opens the provoker, the bystanders, a silent client and the victims that come up front. */
final class OpenPhase {
    /** Others may limit how much a client says: at four beats a second, a message a second. */
    private static final int FOREIGN_BEATS_TO_A_MESSAGE = 4;

    private final ExperimentContext context;
    private final CohortOpener opener;

    private OpenPhase(ExperimentContext context) {
        this.context = context;
        this.opener = new CohortOpener(context);
    }

    static OpenPhase of(ExperimentContext context) {
        return new OpenPhase(context);
    }

    /** Opens all that come up front. */
    Opened run() throws CannotRunException {
        context.bystanders.speak(
                context.conversation().beats(), context.isReference() ? 1 : FOREIGN_BEATS_TO_A_MESSAGE);
        context.bystanders.listenFor(context.conversation().heard());
        context.provokeBy(openProvoker(context, opener));
        int first = (context.plan.bystanders() + 1) / 2;
        openBystanders(0, first);
        openSilent();
        int victims = openVictims();
        openBystanders(first, context.plan.bystanders() - first);
        int open = opener.open();
        return new Opened(open + opener.failures().size(), open, victims, opener.failures());
    }

    /** One that says nothing when it is not known what to say. */
    static Provoker openProvoker(ExperimentContext context, CohortOpener opener) throws CannotRunException {
        Speech speech = context.conversation().provocation();
        String path = context.conversation().provoker();
        if (speech == null || path == null) {
            return Provoker.silent(context.swarm);
        }
        Target target = context.paths.target().withResource(path);
        Provoker provoker = Provoker.speaking(
                context.swarm, speech, listener -> opener.beginAgain(Cohort.of("provoker", 1, target, listener)));
        provoker.arrived(opener.open(Cohort.of("provoker", 1, target, provoker)).open());
        return provoker;
    }

    /** Some come before the victims and some after them: a server that goes through a list may stop at a dead one. */
    private void openBystanders(int before, int count) throws CannotRunException {
        if (count > 0) {
            Cohort cohort = Cohort.of("bystander", count, context.paths.target(), context.bystanders)
                    .withResources(index -> context.paths.bystanders().apply(before + index));
            context.bystanders.opened(opener.open(cohort).open());
            context.bystanders.beat();
        }
    }

    private void openSilent() throws CannotRunException {
        context.silent.arrived(opener.open(Cohort.of("silent", 1, context.paths.silent(), context.silent))
                .open());
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
            throw new CannotRunException(Amount.word(asked, "the one victim", "none of " + asked + " victims")
                    + " could be opened on " + context.plan.target() + ": "
                    + opener.failures().get(0).text());
        }
        return victims.size();
    }

    /** The faults are dealt out at random, so that no cohort is the oldest or the newest in the server's list. */
    static List<Victim> openVictims(ExperimentContext context, CohortOpener opener, Map<Fault, Integer> counts)
            throws CannotRunException {
        List<Fault> dealt = new ArrayList<>();
        counts.forEach((fault, count) -> dealt.addAll(Collections.nCopies(count, fault)));
        Collections.shuffle(dealt, new Random(context.plan.seed()));
        return open(context, opener, dealt);
    }

    /** Others come in the place of victims that ended before their turn; returns how many. */
    int replace(List<Victim> gone) throws CannotRunException {
        return open(context, opener, gone.stream().map(Victim::fault).toList()).size();
    }

    private static List<Victim> open(ExperimentContext context, CohortOpener opener, List<Fault> dealt)
            throws CannotRunException {
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
