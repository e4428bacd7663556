package dev.wsdoc.server.manager.sweep;

import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.policy.CleanupFailedException;
import dev.wsdoc.server.manager.policy.StateCheck;
import dev.wsdoc.server.manager.policy.SweepPlan;
import dev.wsdoc.server.manager.policy.SweepSchedule;
import dev.wsdoc.server.manager.policy.Sweeping;
import java.util.function.BiConsumer;

/** Finds every connection that fails the state check, and forgets it. */
public class ThoroughSweeping implements Sweeping {
    private final StateCheck check;

    public ThoroughSweeping(StateCheck check) {
        this.check = check;
    }

    @Override
    public SweepPlan plan(Iterable<Connection> listed, SweepSchedule schedule, long now, long inactiveAt) {
        return SweepPlan.of(listed, check, schedule, now, inactiveAt);
    }

    @Override
    public int removeStale(SweepPlan plan, RemovalPath path, BiConsumer<Connection, RemovalPath> remove)
            throws CleanupFailedException {
        plan.stale().forEach(connection -> remove.accept(connection, path));
        return plan.stale().size();
    }
}
