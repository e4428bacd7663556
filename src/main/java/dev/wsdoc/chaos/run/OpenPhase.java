package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.chaos.observe.Milestones.Opened;
import dev.wsdoc.chaos.observe.Provoker;
import dev.wsdoc.chaos.observe.Victim;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.Amount;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Opens the provoker, the bystanders, a silent client and the victims that come up front. */
final class OpenPhase {
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
    Opened run(Conversation conversation) throws CannotRunException {
        context.bystanders.speak(conversation.beats());
        context.bystanders.listenFor(conversation.heard());
        openProvoker(conversation);
        int first = (context.plan.bystanders() + 1) / 2;
        openBystanders(0, first);
        openSilent();
        int victims = openVictims();
        openBystanders(first, context.plan.bystanders() - first);
        int open = opener.open();
        return new Opened(open + opener.failures().size(), open, victims, opener.failures());
    }

    private void openProvoker(Conversation conversation) throws CannotRunException {
        Speech speech = conversation.provocation();
        String path = conversation.provoker();
        if (speech == null || path == null) {
            return;
        }
        Target target = context.paths.target().withResource(path);
        Provoker provoker = Provoker.speaking(
                context.swarm, speech, listener -> opener.beginAgain(Cohort.of("provoker", 1, target, listener)));
        provoker.arrived(opener.open(Cohort.of("provoker", 1, target, provoker)).open());
        context.provokeBy(provoker);
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

    /**
     * The faults are dealt out at random, so that no cohort is the oldest or the newest in the server's list.
     *
     * @return how many are open
     */
    private int openVictims() throws CannotRunException {
        List<Fault> dealt = new ArrayList<>();
        context.plan.victims().forEach((fault, count) -> {
            if (Round.comesUpFront(fault)) {
                dealt.addAll(Collections.nCopies(count, fault));
            }
        });
        if (dealt.isEmpty()) {
            return 0;
        }
        Collections.shuffle(dealt, new Random(context.plan.seed()));
        List<Member> members = open(dealt);
        if (members.isEmpty()) {
            throw new CannotRunException(
                    Amount.word(dealt.size(), "the one victim", "none of " + dealt.size() + " victims")
                            + " could be opened on " + context.plan.target() + ": "
                            + opener.failures().get(0).text());
        }
        return members.size();
    }

    /** Others come in the place of victims that ended before their turn. */
    void replace(List<Victim> gone) throws CannotRunException {
        open(gone.stream().map(Victim::fault).toList());
    }

    private List<Member> open(List<Fault> dealt) throws CannotRunException {
        Cohort cohort = Cohort.of(
                        "victim",
                        dealt.size(),
                        context.paths.target(),
                        context.probes.sockets().closes())
                .withResources(index -> context.paths.victims().apply(dealt.get(index)));
        List<Member> members = opener.open(cohort).open();
        members.forEach(member -> context.victims.add(new Victim(dealt.get(member.index()), member)));
        return members;
    }
}
