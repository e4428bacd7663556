package dev.wsdoc.chaos;

import dev.wsdoc.fault.Fault.Aftermath;
import dev.wsdoc.fault.Fault.Notice;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.swarm.Member;
import java.time.Duration;
import java.util.List;

/** Inflicts the faults, provokes the server, and gives it its time to notice. */
final class ObservePhase {
    private static final Duration UNKNOWN_PING_WAIT = Duration.ofSeconds(45);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
    private static final Duration BLIND_WAIT = Duration.ofSeconds(1);

    private final Course course;
    private final VictimEars ears;
    private final List<Victim> victims;
    private final Duration pingWait;

    private ObservePhase(Course course, VictimEars ears) {
        this.course = course;
        this.ears = ears;
        this.victims = course.ledger.victims();
        this.pingWait = pingWait(course);
    }

    static void run(Course course, VictimEars ears) {
        ObservePhase phase = new ObservePhase(course, ears);
        course.seen.pingWait = phase.pingWait;
        phase.inflict();
        phase.observe(Notice.AT_ONCE, course.plan.limits().detectWithin());
        phase.observe(Notice.BY_PING, phase.pingWait);
        phase.revisit();
        course.seen.observed = true;
    }

    private static Duration pingWait(Course course) {
        Duration asked = course.plan.limits().pingWait();
        if (asked != null) {
            return asked;
        }
        ServerStats stats = course.seen.steady == null ? null : course.seen.steady.stats();
        if (stats == null) {
            return UNKNOWN_PING_WAIT;
        }
        return Duration.ofMillis(stats.pings().intervalMs() + stats.pings().pongTimeoutMs())
                .plus(course.plan.limits().detectWithin());
    }

    private void inflict() {
        course.progress.at("inflicting", 0, victims.size());
        Ledger ledger = course.ledger;
        Waits.get(course.swarm.each(
                ledger.members(), member -> ledger.of(member).fault().inflict(member)));
        course.provoker().hurry(course.pace.nanos());
    }

    private void observe(Notice kind, Duration limit) {
        List<Victim> these = victims.stream()
                .filter(victim -> victim.fault().notice() == kind)
                .toList();
        if (these.isEmpty()) {
            return;
        }
        long start = course.pace.nanos();
        course.until(limit, () -> {
            course.provoker().tick(course.pace.nanos());
            int left = (int) these.stream().filter(victim -> !isSettled(victim)).count();
            course.progress.at(
                    kind == Notice.AT_ONCE ? "observing" : "waiting for pings", these.size() - left, these.size());
            return left == 0 && (isFollowed() || waitedBlindly(start));
        });
    }

    /** Without a status page only the log can still speak; it gets a moment to do so. */
    private boolean waitedBlindly(long start) {
        long since = course.log == null ? start : Math.max(start, course.log.lastStirAt());
        return course.pace.nanos() - since >= BLIND_WAIT.toNanos();
    }

    /** Whether the server's journal tells of every victim. */
    private boolean isFollowed() {
        return course.server.isPresent() && course.ledger.knowsAll();
    }

    private boolean isSettled(Victim victim) {
        if (isFollowed()) {
            boolean isSeen = victim.fault().aftermath() == Aftermath.GONE
                    || victim.fault().notice() == Notice.BY_PING
                    || ears.sawEnd(victim.member());
            return victim.isNoticed() && isSeen;
        }
        return victim.fault().aftermath() == Aftermath.GONE || ears.sawEnd(victim.member());
    }

    /** Those that shut their eyes look at their sockets. */
    private void revisit() {
        Ledger ledger = course.ledger;
        List<Member> members = victims.stream()
                .filter(victim -> victim.fault().notice() == Notice.BY_PING)
                .map(Victim::member)
                .toList();
        Waits.get(course.swarm.each(members, member -> ledger.of(member).fault().revisit(member)));
        course.until(LOOK_AROUND, () -> members.stream().allMatch(ears::sawEnd));
    }
}
