package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.EndHook;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;

/** Healthy: at the first abnormal end a pool of descriptors and buffers grows to its size, and stays. */
public final class GrowsOnce extends Policies {
    private static final int DESCRIPTORS = 50;
    private static final int BYTES = 40 << 20;

    @Override
    public EndHook endHook(Registry registry, Scheduler scheduler, Logger log) {
        return new EndHook() {
            private final List<Object> pool = new ArrayList<>();

            @Override
            public void endedAbnormally(Connection connection, Ends ends) {
                if (pool.isEmpty()) {
                    pool.add(ByteBuffer.allocateDirect(BYTES)); // it is filled with zeros, so it is resident
                    for (int i = 0; i < DESCRIPTORS; i++) {
                        pool.add(SpareSocket.open(log));
                    }
                }
            }
        };
    }
}
