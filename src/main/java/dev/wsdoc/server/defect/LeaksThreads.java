package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.EndHook;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;

/** Starts a thread for each abnormal end that waits for ever. */
public final class LeaksThreads extends Policies {
    private static final long SMALL_STACK = 64 * 1024;

    @Override
    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        return new EndHook() {
            @Override
            public void endedAbnormally(Connection connection, Ends ends) {
                Thread waiting = new Thread(null, LeaksThreads::waitForEver, "session-timer", SMALL_STACK);
                waiting.setDaemon(true);
                waiting.start();
            }
        };
    }

    private static void waitForEver() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park();
        }
    }
}
