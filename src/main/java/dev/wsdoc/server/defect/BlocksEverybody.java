package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.EndHook;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** Waits for the answer of the first that died, on the loop that serves everybody. */
public final class BlocksEverybody extends Policies {
    private static final long PATIENCE_SECONDS = 3;

    @Override
    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        return new EndHook() {
            private final CountDownLatch answer = new CountDownLatch(1); // the dead give none
            private boolean waited;

            @Override
            public void endedAbnormally(Connection connection, Ends ends) {
                if (!waited) {
                    waited = true;
                    await(connection);
                }
            }

            private void await(Connection connection) {
                try {
                    boolean answered = answer.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    log.debug("{} answered: {}", connection.id(), answered);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
