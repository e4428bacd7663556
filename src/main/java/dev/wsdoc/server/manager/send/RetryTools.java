package dev.wsdoc.server.manager.send;

import dev.wsdoc.server.manager.connection.Ends;
import dev.wsdoc.server.manager.connection.Scheduler;
import dev.wsdoc.server.manager.policy.Counters;
import dev.wsdoc.server.manager.policy.EndLogging;
import dev.wsdoc.server.manager.policy.StateCheck;
import java.time.Duration;

/**
 * What sending and retrying work with.
 *
 * @param maxRetries tries after the first, 0 for none
 * @param maxWaitingBytes of one connection's messages that wait for a retry
 */
public record RetryTools(
        StateCheck stateCheck,
        Ends ends,
        EndLogging logging,
        Counters counters,
        RetryCounts counts,
        Scheduler scheduler,
        int maxRetries,
        int maxWaitingBytes) {
    /** From a failed try to the next one. */
    public static final Duration DELAY = Duration.ofMillis(100);
}
