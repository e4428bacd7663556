package dev.wsdoc.server.manager.policy;

import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.connection.Connection;
import java.util.function.BiConsumer;

/** What a pass finds and forgets. Loop thread only. */
public interface Sweeping {
    /** What there is to remove, by {@link SweepPlan#of}. */
    SweepPlan plan(Iterable<Connection> listed, SweepSchedule schedule, long now, long inactiveAt);

    /**
     * Removes the plan's stale connections and returns the number that is reported.
     *
     * @throws CleanupFailedException when the pass could not do its work
     */
    int removeStale(SweepPlan plan, RemovalPath path, BiConsumer<Connection, RemovalPath> remove)
            throws CleanupFailedException;
}
