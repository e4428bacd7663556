package dev.wsdoc.server.defect;

import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.policy.StateCheck;
import dev.wsdoc.server.manager.policy.SweepPlan;
import dev.wsdoc.server.manager.policy.Sweeping;
import dev.wsdoc.server.manager.sweep.ThoroughSweeping;
import java.util.function.BiConsumer;

/** Counts what it should remove, reports the number, and removes nothing. */
public final class ForgetsToForget extends Policies {
    @Override
    public Sweeping sweeping(StateCheck check) {
        return new ThoroughSweeping(check) {
            @Override
            public int removeStale(SweepPlan plan, RemovalPath path, BiConsumer<Connection, RemovalPath> remove) {
                return plan.stale().size();
            }
        };
    }
}
