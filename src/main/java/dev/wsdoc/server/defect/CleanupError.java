package dev.wsdoc.server.defect;

import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.policy.CleanupFailedException;
import dev.wsdoc.server.manager.policy.StateCheck;
import dev.wsdoc.server.manager.policy.SweepPlan;
import dev.wsdoc.server.manager.policy.Sweeping;
import dev.wsdoc.server.manager.sweep.ThoroughSweeping;
import java.util.function.BiConsumer;

/** A cleanup on demand fails before it has removed anything; background passes work. */
public final class CleanupError extends Policies {
    @Override
    public Sweeping sweeping(StateCheck check) {
        return new ThoroughSweeping(check) {
            @Override
            public int removeStale(SweepPlan plan, RemovalPath path, BiConsumer<Connection, RemovalPath> remove)
                    throws CleanupFailedException {
                if (path == RemovalPath.CLEANED) {
                    throw new CleanupFailedException("the cleanup failed");
                }
                return super.removeStale(plan, path, remove);
            }
        };
    }
}
