package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.Milestones.Opened;
import dev.wsdoc.chaos.observe.Provoker;
import dev.wsdoc.chaos.observe.Victim;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.report.Amount;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.Opening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        String path = context.paths.provoker();
        if (path == null) {
            return;
        }
        Opening opening =
                opener.open(Cohort.of("provoker", 1, context.paths.target().withResource(path), MemberListener.NONE));
        context.provokeBy(new Provoker(
                context.swarm,
                opening.open(),
                context.isReference() ? null : context.plan.profile().provoke(),
                context.plan.seed()));
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
        Cohort cohort = Cohort.of(
                        "victim",
                        dealt.size(),
                        context.paths.target(),
                        context.probes.sockets().closes())
                .withResources(index -> context.paths.victims().apply(dealt.get(index)));
        List<Member> members = opener.open(cohort).open();
        if (members.isEmpty()) {
            throw new CannotRunException(Amount.word(
                            dealt.size(), "the one victim", "none of " + dealt.size() + " victims")
                    + " could be opened on "
                    + context.plan.target() + ": " + opener.failures().get(0).text());
        }
        members.forEach(member -> context.victims.add(new Victim(dealt.get(member.index()), member)));
        return members.size();
    }
}
