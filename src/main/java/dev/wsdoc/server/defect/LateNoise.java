package dev.wsdoc.server.defect;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.EndHook;
import dev.wsdoc.server.manager.policy.LogLine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Waits for what the dead were busy with, and complains when that takes too long. */
public final class LateNoise extends Policies {
    private static final Duration DELAY = Duration.ofMillis(2_500);

    @Override
    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        return new EndHook() {
            @Override
            public void endedAbnormally(Connection connection, Ends ends) {
                scheduler.after(DELAY, () -> complain(connection.id()));
            }

            private void complain(String id) {
                LogLine.write(
                        log,
                        Level.WARN,
                        id,
                        LogLine.template(Category.BROKEN_PIPE),
                        id,
                        "it took too long to shut down");
            }
        };
    }
}
