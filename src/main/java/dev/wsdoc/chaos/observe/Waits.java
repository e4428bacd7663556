package dev.wsdoc.chaos.observe;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for the swarm's answers, which come within milliseconds unless wsdoc itself is broken. */
public final class Waits {
    private static final long LIMIT_SECONDS = 30;

    private Waits() {}

    public static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException("interrupted");
        } catch (TimeoutException e) {
            throw new IllegalStateException("the swarm did not answer within " + LIMIT_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the swarm failed: " + e.getCause(), e);
        }
    }
}
