package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.EndHook;
import dev.wsdoc.server.manager.policy.Manners;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;

/** Sends a tick to everybody five times a second, until the first abnormal end: the task that sends dies of it. */
public final class StopsPushing extends Policies {
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final int WHOLE_TEXT = 0x81; // RFC 6455 section 5.2: FIN, opcode 1

    private final Set<Connection> present = new LinkedHashSet<>();
    private boolean isTicking;
    private boolean isDead;

    @Override
    public Manners manners(Ends ends, Scheduler scheduler) {
        return new Manners() {
            @Override
            public void opened(Connection connection) {
                present.add(connection);
                if (!isTicking) {
                    isTicking = true;
                    scheduler.after(EVERY, () -> tick(scheduler));
                }
            }
        };
    }

    private void tick(Scheduler scheduler) {
        if (!isDead) {
            present.forEach(connection -> connection.peer().offer(frame()));
            scheduler.after(EVERY, () -> tick(scheduler));
        }
    }

    private static ByteBuffer frame() {
        byte[] words = "{\"tick\":true}".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + words.length)
                .put((byte) WHOLE_TEXT)
                .put((byte) words.length)
                .put(words)
                .flip();
    }

    @Override
    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        return new EndHook() {
            @Override
            public void endedAbnormally(Connection connection, Ends ends) {
                isDead = true;
            }

            @Override
            public void removed(Connection connection) {
                present.remove(connection);
            }
        };
    }
}
