package dev.wsdoc.server.defect;

import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.server.manager.CleanupFailedException;
import dev.wsdoc.server.manager.Connection;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.StateCheck;
import dev.wsdoc.server.manager.SweepPlan;
import dev.wsdoc.server.manager.Sweeping;
import dev.wsdoc.server.manager.ThoroughSweeping;
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
