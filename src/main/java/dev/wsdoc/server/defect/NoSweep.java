package dev.wsdoc.server.defect;

import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.policy.StateCheck;
import dev.wsdoc.server.manager.policy.SweepPlan;
import dev.wsdoc.server.manager.policy.SweepSchedule;
import dev.wsdoc.server.manager.policy.Sweeping;
import java.util.function.BiConsumer;

/** No pass finds anything to remove, and says so. */
public final class NoSweep extends Policies {
    @Override
    public Sweeping sweeping(StateCheck check) {
        return new Sweeping() {
            @Override
            public SweepPlan plan(Iterable<Connection> listed, SweepSchedule schedule, long now, long inactiveAt) {
                return SweepPlan.nothing(schedule, now);
            }

            @Override
            public int removeStale(SweepPlan plan, RemovalPath path, BiConsumer<Connection, RemovalPath> remove) {
                return 0;
            }
        };
    }
}
