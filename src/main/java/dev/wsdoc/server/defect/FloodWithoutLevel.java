package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.EndHook;
import dev.wsdoc.server.manager.policy.LogLine;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Prints a line for each message that the dead do not get any more, without a level. */
public final class FloodWithoutLevel extends Policies {
    private static final int LINES = 60;

    @Override
    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        return new EndHook() {
            @Override
            public void endedAbnormally(Connection connection, Ends ends) {
                String line = "msg=\"write: broken pipe\" connection=" + connection.id();
                for (int i = 0; i < LINES; i++) {
                    LogLine.print(log, Level.INFO, line);
                }
            }
        };
    }
}
