package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.Victim;
import dev.wsdoc.chaos.observe.Waits;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.RoundTimes;
import dev.wsdoc.fault.Expectation;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Fault.Aftermath;
import dev.wsdoc.fault.Fault.Entrance;
import dev.wsdoc.fault.Fault.Notice;
import dev.wsdoc.fault.SocketObservation;
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

    private final ExperimentContext course;
    private final Fault fault;
    private final Duration limit;
    private final List<Victim> victims = new ArrayList<>();

    /** @param limit how long the server has to notice */
    Round(ExperimentContext course, Fault fault, Duration limit) {
        this.course = course;
        this.fault = fault;
        this.limit = limit;
    }

    /** Whether its victims are connected before the first round, among the others; else within the round. */
    static boolean comesUpFront(Fault fault) {
        return fault.entrance() == Entrance.UPGRADED && fault.waves() == 1 && fault.receiveBuffer() == 0;
    }

    void run() throws CannotRunException {
        if (comesUpFront(fault)) {
            course.ledger.victims().stream()
                    .filter(victim -> victim.fault() == fault)
                    .forEach(victims::add);
            inflict(victims);
        } else {
            inflictInWaves();
        }
        course.provoker().hurry(course.pace.nanos());
        observe();
        revisit();
        course.seen.observedFaults.add(fault);
    }

    private void inflictInWaves() throws CannotRunException {
        int size = course.plan.victims().getOrDefault(fault, 0);
        CohortOpener door = new CohortOpener(course);
        ConnectMode arrival = new ConnectMode(fault.entrance() == Entrance.UPGRADED, fault.receiveBuffer());
        for (int wave = 0; wave < fault.waves(); wave++) {
            Opening opening = door.open(Cohort.of(fault.name(), size, course.venue.target(), course.ears)
                    .withResources(index -> course.venue.victims().apply(fault))
                    .arriving(arrival));
            List<Victim> arrived = opening.open().stream()
                    .map(member -> new Victim(fault, member))
                    .toList();
            arrived.forEach(course.ledger::add);
            victims.addAll(arrived);
            inflict(arrived);
        }
        List<OpenFailure> failures = door.failures();
        if (!failures.isEmpty()) {
            course.seen.notes.add(failures.size() + " of " + size * fault.waves() + " connections for " + fault.name()
                    + " could not be opened: " + failures.get(0).text());
        }
    }

    private void inflict(List<Victim> these) {
        course.progress.at("inflicting " + fault.name(), 0, these.size());
        Waits.get(course.swarm.each(members(these), fault::inflict));
    }

    private void observe() {
        long start = course.pace.nanos();
        String phase = (fault.notice() == Notice.AT_ONCE ? "observing " : "waiting for pings, ") + fault.name();
        course.until(limit, () -> {
            course.provoker().tick(course.pace.nanos());
            int left = unsettled();
            course.progress.at(phase, victims.size() - left, victims.size());
            return left == 0 && (isFollowed() || waitedBlindly(start));
        });
    }

    /** Without a status page only the log can still speak; it gets a moment to do so. */
    private boolean waitedBlindly(long start) {
        long since = course.log == null ? start : Math.max(start, course.log.lastStirAt());
        return course.pace.nanos() - since >= BLIND_WAIT.toNanos();
    }

    /** Whether the server's journal tells of these victims. */
    private boolean isFollowed() {
        return fault.entrance() == Entrance.UPGRADED && course.server.isPresent() && course.ledger.knowsAll();
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
        Expectation expectation = fault.expectation();
        if (expectation != null) {
            return (int) Waits.get(course.swarm.collect(members(victims), SocketObservation::of)).stream()
                    .filter(sight -> isOpenEnded(sight, expectation))
                    .count();
        }
        boolean shutsItsEyes = fault.notice() == Notice.BY_PING && isFollowed();
        if (fault.aftermath() == Aftermath.GONE || shutsItsEyes) {
            return 0;
        }
        return (int) victims.stream()
                .filter(victim -> !course.ears.sawEnd(victim.member()))
                .count();
    }

    private static boolean isOpenEnded(SocketObservation sight, Expectation expectation) {
        return !sight.isOver() && expectation.test().apply(sight) != Mark.MET;
    }

    /** Those that shut their eyes look at their sockets. */
    private void revisit() {
        if (fault.notice() == Notice.BY_PING) {
            List<Member> members = members(victims);
            Waits.get(course.swarm.each(members, fault::revisit));
            course.until(RoundTimes.LOOK_AROUND, () -> members.stream().allMatch(course.ears::sawEnd));
        }
    }

    private static List<Member> members(List<Victim> these) {
        return these.stream().map(Victim::member).toList();
    }
}
