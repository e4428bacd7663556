package dev.wsdoc.chaos.run;

import dev.wsdoc.chaos.observe.LogProbe;
import dev.wsdoc.chaos.observe.Milestones.Steady;
import dev.wsdoc.chaos.observe.Probe;
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
final class Rounds {
    private static final Duration QUIET_FOR = Duration.ofMillis(300);

    private final ExperimentContext context;
    private final Recorder recorder;
    private final Duration pingWait;

    /** @param pingWait how long frozen victims may wait to be noticed */
    Rounds(ExperimentContext context, Recorder recorder, Duration pingWait) {
        this.context = context;
        this.recorder = recorder;
        this.pingWait = pingWait;
    }

    /** How long frozen victims may wait: as asked for, by the server's own settings, or by guess. */
    static Duration pingWait(ExperimentContext context, Steady steady) {
        Duration asked = context.plan.limits().pingWait();
        if (asked != null) {
            return asked;
        }
        ServerStats stats = steady.stats();
        if (stats == null) {
            return RoundTimes.UNKNOWN_PING_WAIT;
        }
        return Duration.ofMillis(stats.pings().intervalMs() + stats.pings().pongTimeoutMs())
                .plus(context.plan.limits().detectWithin());
    }

    void run() throws CannotRunException {
        List<Fault> order = new ArrayList<>(context.plan.victims().keySet());
        order.sort(Comparator.comparing(Fault::profile)
                .thenComparing(fault -> fault.card().passedOn()));
        for (Fault fault : order) {
            context.turnTo(fault.name());
            recorder.roundBegins(fault.name());
            int before = context.provoker().sent();
            recorder.note(new Round(context, fault, limit(fault)).run());
            recorder.reached(milestones -> milestones.withRound(fault));
            if (context.provoker().speaks() && context.provoker().sent() == before) {
                recorder.reached(milestones -> milestones.withUnprovoked(fault));
            }
            if (order.size() > 1) {
                waitForQuiet(fault);
            }
        }
        recorder.roundBegins("");
        if (order.size() > 1) {
            context.turnTo(Probe.AFTERWARDS);
        }
        recorder.reached(milestones -> milestones.withAllRounds());
    }

    private Duration limit(Fault fault) {
        return fault.card().notice() == Notice.BY_PING
                ? pingWait
                : context.plan.limits().detectWithin();
    }

    /** Nobody provokes meanwhile: only what the fault left behind can still speak. */
    private void waitForQuiet(Fault fault) {
        LogProbe log = context.probes.log();
        if (log != null) {
            context.beat.at("quiet after " + fault.name(), 0, 0);
            context.untilQuiet(log, RoundTimes.QUIET_WITHIN, QUIET_FOR, () -> {});
        }
    }
}
