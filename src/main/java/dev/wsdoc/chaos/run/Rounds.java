package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.LogWatch;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.RoundTimes;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Fault.Notice;
import dev.wsdoc.model.ServerStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults, one after the other, with quiet between them, so that each log entry belongs to the fault that caused it. */
public final class Rounds {
    private static final Duration QUIET_FOR = Duration.ofMillis(300);
    private static final String AFTERWARDS = "afterwards";

    private final ExperimentContext course;
    private final List<Fault> order;

    private Rounds(ExperimentContext course) {
        this.course = course;
        this.order = new ArrayList<>(course.plan.victims().keySet());
        order.sort(
                Comparator.comparing(Fault::profile)); // stable; the dangerous come last, when nothing is left to lose
    }

    public static void run(ExperimentContext course) throws CannotRunException {
        Duration pingWait = pingWait(course);
        course.seen.pingWait = pingWait;
        course.allowFor(pingWait);
        new Rounds(course).run();
        course.seen.observed = true;
    }

    private static Duration pingWait(ExperimentContext course) {
        Duration asked = course.plan.limits().pingWait();
        if (asked != null) {
            return asked;
        }
        ServerStats stats = course.seen.steady == null ? null : course.seen.steady.stats();
        if (stats == null) {
            return RoundTimes.UNKNOWN_PING_WAIT;
        }
        return Duration.ofMillis(stats.pings().intervalMs() + stats.pings().pongTimeoutMs())
                .plus(course.plan.limits().detectWithin());
    }

    private void run() throws CannotRunException {
        for (Fault fault : order) {
            turnTo(fault.name());
            course.seen.round = fault.name();
            new Round(course, fault, limit(fault)).run();
            if (order.size() > 1) {
                waitForQuiet(fault);
            }
        }
        course.seen.round = "";
        if (order.size() > 1) {
            turnTo(AFTERWARDS);
        }
    }

    private Duration limit(Fault fault) {
        Duration pingWait = course.seen.pingWait;
        return fault.notice() == Notice.BY_PING && pingWait != null
                ? pingWait
                : course.plan.limits().detectWithin();
    }

    private void turnTo(String cause) {
        if (course.log != null) {
            course.readLog(course.pace.nanos());
            course.log.turnTo(cause);
        }
    }

    /** Nobody provokes meanwhile: only what the fault left behind can still speak. */
    private void waitForQuiet(Fault fault) {
        LogWatch log = course.log;
        if (log == null) {
            return;
        }
        course.progress.at("quiet after " + fault.name(), 0, 0);
        long start = course.pace.nanos();
        course.until(
                RoundTimes.QUIET_WITHIN,
                () -> course.pace.nanos() - Math.max(start, log.lastStirAt()) >= QUIET_FOR.toNanos());
    }
}
