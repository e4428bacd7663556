package dev.wsdoc.server.manager.connection;

import java.time.Duration;

/** Runs tasks later, on the loop's thread. */
@FunctionalInterface
public interface Scheduler {
    void after(Duration delay, Runnable task);
}
