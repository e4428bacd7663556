package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.LogProbe;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.RoundTimes;
import dev.wsdoc.chaos.victim.Victim;
import dev.wsdoc.fault.Expectation;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Fault.Aftermath;
import dev.wsdoc.fault.Fault.Entrance;
import dev.wsdoc.fault.Fault.Notice;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.report.Amount;
import dev.wsdoc.swarm.Cohort;
import dev.wsdoc.swarm.ConnectMode;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.swarm.Opening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Inflicts one fault, provokes the server, and gives it its time to notice. Owned by the experiment's thread. */
final class Round {
    private static final Duration BLIND_WAIT = Duration.ofSeconds(1);

    private final ExperimentContext context;
    private final Fault fault;
    private final Duration limit;
    private final List<Victim> victims = new ArrayList<>();

    /** @param limit how long the server has to notice */
    Round(ExperimentContext context, Fault fault, Duration limit) {
        this.context = context;
        this.fault = fault;
        this.limit = limit;
    }

    /** Whether its victims are connected before the first round, among the others; else within the round. */
    static boolean comesUpFront(Fault fault) {
        return fault.card().entrance() == Entrance.UPGRADED
                && fault.card().waves() == 1
                && fault.card().receiveBuffer() == 0;
    }

    /** Returns what is to be told of it, in lines for the notes. */
    List<String> run() throws CannotRunException {
        List<String> notes = new ArrayList<>();
        if (comesUpFront(fault)) {
            inflictOn(context.victims.of(fault));
        } else {
            notes.addAll(inflictInWaves());
        }
        context.provoker().hurry(context.clock.nanos());
        observe();
        revisit();
        return notes;
    }

    /** Inflicts it on these, and does not wait. */
    void inflictOn(List<Victim> these) {
        victims.addAll(these);
        inflict(these);
    }

    /** Whether there is nothing more to be learnt of its victims. */
    boolean isSettled() {
        return unsettled() == 0;
    }

    private List<String> inflictInWaves() throws CannotRunException {
        int size = context.plan.victims().getOrDefault(fault, 0);
        CohortOpener opener = new CohortOpener(context);
        ConnectMode mode = new ConnectMode(
                fault.card().entrance() == Entrance.UPGRADED, fault.card().receiveBuffer());
        for (int wave = 0; wave < fault.card().waves(); wave++) {
            Opening opening = opener.open(Cohort.of(
                            fault.name(),
                            size,
                            context.paths.target(),
                            context.probes.sockets().closes())
                    .withResources(index -> context.paths.victims().apply(fault))
                    .arriving(mode));
            List<Victim> arrived = opening.open().stream()
                    .map(member -> new Victim(fault, member))
                    .toList();
            arrived.forEach(context.victims::add);
            inflictOn(arrived);
        }
        List<OpenFailure> failures = opener.failures();
        return failures.isEmpty()
                ? List.of()
                : List.of(
                        Amount.share(failures.size(), (long) size * fault.card().waves(), "connection") + " for "
                                + fault.name() + " could not be opened: "
                                + failures.get(0).text());
    }

    private void inflict(List<Victim> these) {
        context.beat.at("inflicting " + fault.name(), 0, these.size());
        context.await(context.swarm.each(members(these), fault::inflict));
        if (shutsItsEyes()) {
            context.await(context.probes.sockets().watch(these));
        }
    }

    /** Whether its victims read nothing, so that only the server, or the kernel, can tell what became of them. */
    private boolean shutsItsEyes() {
        return fault.card().notice() == Notice.BY_PING && fault.card().expectation() == null;
    }

    private void observe() {
        long start = context.clock.nanos();
        String phase = (fault.card().notice() == Notice.AT_ONCE ? "observing " : "waiting for pings, ") + fault.name();
        context.until(limit, () -> {
            context.provoker().tick(context.clock.nanos());
            int left = unsettled();
            context.beat.at(phase, victims.size() - left, victims.size());
            return left == 0 && (isFollowed() || waitedBlindly(start));
        });
    }

    /** Without a status page only the log can still speak; it gets a moment to do so. */
    private boolean waitedBlindly(long start) {
        LogProbe log = context.probes.log();
        long since = log == null ? start : Math.max(start, log.lastStirAt());
        return context.clock.nanos() - since >= BLIND_WAIT.toNanos();
    }

    /** Whether the server's journal tells of these victims. */
    private boolean isFollowed() {
        return fault.card().entrance() == Entrance.UPGRADED && context.isReference() && context.victims.knowsAll();
    }

    /** Victims of whom there is more to be learnt. */
    private int unsettled() {
        List<Victim> unnoticed = isFollowed()
                ? victims.stream().filter(victim -> !victim.isNoticed()).toList()
                : List.of();
        return unnoticed.isEmpty() ? unseen() : unnoticed.size();
    }

    /** Victims whose sockets may still see something. */
    private int unseen() {
        Expectation expectation = fault.card().expectation();
        if (expectation != null) {
            return (int) context.await(context.swarm.collect(members(victims), SocketObservation::of)).stream()
                    .filter(seen -> isOpenEnded(seen, expectation))
                    .count();
        }
        if (fault.card().aftermath() == Aftermath.GONE || (shutsItsEyes() && isFollowed())) {
            return 0;
        }
        return (int) victims.stream()
                .filter(victim -> !victim.isGivenUp()
                        && !context.probes.sockets().closes().sawEnd(victim.member()))
                .count();
    }

    private static boolean isOpenEnded(SocketObservation seen, Expectation expectation) {
        return !seen.isOver() && expectation.test().apply(seen) != Mark.MET;
    }

    /** Those that shut their eyes look at their sockets. */
    private void revisit() {
        context.probes.sockets().watchNobody();
        if (fault.card().notice() == Notice.BY_PING) {
            List<Member> members = members(victims);
            context.await(context.swarm.each(members, fault::revisit));
            context.until(
                    RoundTimes.LOOK_AROUND,
                    () -> members.stream().allMatch(context.probes.sockets().closes()::sawEnd));
        }
    }

    private static List<Member> members(List<Victim> these) {
        return these.stream().map(Victim::member).toList();
    }
}
