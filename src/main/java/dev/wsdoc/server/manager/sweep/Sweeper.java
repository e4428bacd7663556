package dev.wsdoc.server.manager.sweep;

import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.server.manager.connection.Clocks;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.CleanupFailedException;
import dev.wsdoc.server.manager.policy.SweepPlan;
import dev.wsdoc.server.manager.policy.SweepSchedule;
import dev.wsdoc.server.manager.policy.Sweeping;
import dev.wsdoc.server.setting.Behaviour.BackgroundSweep;
import java.time.Duration;
import org.slf4j.Logger;

/**
 * Runs the passes: in the background, and on demand. Loop thread only; its background pass comes again whatever
 * happens in it.
 */
public final class Sweeper {
    private static final int GOING_AWAY = 1001;

    private final Registry registry;
    private final Sweeping sweeping;
    private final SweepSchedule schedule;
    private final BackgroundSweep background;
    private final Ends ends;
    private final Scheduler scheduler;
    private final Clocks clocks;
    private final Logger log;
    private long nextInactiveAt;
    private long runs;
    private long staleRemoved;
    private long inactiveRemoved;
    private long failures;

    public Sweeper(
            Registry registry,
            Sweeping sweeping,
            SweepSchedule schedule,
            BackgroundSweep background,
            Ends ends,
            Scheduler scheduler,
            Clocks clocks,
            Logger log) {
        this.registry = registry;
        this.sweeping = sweeping;
        this.schedule = schedule;
        this.background = background;
        this.ends = ends;
        this.scheduler = scheduler;
        this.clocks = clocks;
        this.log = log;
        this.nextInactiveAt = clocks.now();
    }

    /** Schedules the first background pass, if there are any. */
    public void start() {
        if (background == BackgroundSweep.ON) {
            scheduler.after(schedule.interval(), this::backgroundPass);
        }
    }

    private void backgroundPass() {
        Duration pause = schedule.interval();
        try {
            long nextAt = pass(RemovalPath.SWEPT).nextAt();
            pause = Duration.ofNanos(Math.max(0, nextAt - clocks.now()));
        } catch (CleanupFailedException | RuntimeException | OutOfMemoryError e) {
            failures++;
            log.error("Unexpected error in the WebSocket sweep", e);
        } finally { // whatever it was, even that there was no memory to log it with
            scheduler.after(pause, this::backgroundPass);
        }
    }

    /** One pass on demand; returns how many stale connections it says it cleaned. */
    public int cleanup() throws CleanupFailedException {
        return pass(RemovalPath.CLEANED).reported();
    }

    private record Outcome(int reported, long nextAt) {}

    private Outcome pass(RemovalPath path) throws CleanupFailedException {
        SweepPlan plan = sweeping.plan(registry.all(), schedule, clocks.now(), nextInactiveAt);
        runs++;
        nextInactiveAt = plan.nextInactiveAt();
        int reported = sweeping.removeStale(plan, path, this::forget);
        plan.inactive().forEach(this::closeInactive);
        if (reported > 0) {
            log.info("Cleaned up {} stale {}", reported, reported == 1 ? "connection" : "connections");
        }
        if (!plan.inactive().isEmpty()) {
            log.info("Closed {} inactive connections", plan.inactive().size());
        }
        return new Outcome(reported, plan.nextAt());
    }

    private void forget(Connection connection, RemovalPath path) {
        ends.removeStale(connection, path);
        staleRemoved++;
    }

    private void closeInactive(Connection connection) {
        ends.closeByServer(connection, GOING_AWAY, "inactive", RemovalPath.INACTIVE);
        inactiveRemoved++;
    }

    public ServerStats.Sweeps snapshot() {
        return new ServerStats.Sweeps(
                background == BackgroundSweep.ON,
                schedule.interval().toMillis(),
                runs,
                staleRemoved,
                inactiveRemoved,
                failures);
    }
}
