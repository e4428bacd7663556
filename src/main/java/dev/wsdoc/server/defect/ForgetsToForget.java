package dev.wsdoc.server.defect;

import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.Connection;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.StateCheck;
import dev.wsdoc.server.manager.SweepPlan;
import dev.wsdoc.server.manager.Sweeping;
import dev.wsdoc.server.manager.ThoroughSweeping;
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
