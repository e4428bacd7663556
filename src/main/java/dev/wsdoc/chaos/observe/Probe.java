package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.victim.InnocentEnd;
import java.util.concurrent.CompletableFuture;

/**
 * One kind of evidence, looked at in the same moments of every experiment. Whatever waits for a server, a disk or a process
 * waits on a thread of the probe's own: each moment returns at once, and its future completes when the look is over. A look
 * that fails is told in what was seen; the future never fails. Called by the experiment's thread, {@link #seen} by any.
 *
 * @param <R> what was seen, an immutable record
 */
public interface Probe<R> extends AutoCloseable {
    /** The cause that is no fault: all rounds are over. */
    String AFTERWARDS = InnocentEnd.AFTERWARDS;

    /** The server serves, and nothing was done to it. */
    default CompletableFuture<?> before() {
        return CompletableFuture.completedFuture(null);
    }

    /** All that come up front are connected; {@code open} of them, nobody else came. */
    default CompletableFuture<?> opened(int open) {
        return CompletableFuture.completedFuture(null);
    }

    /** What happens from now on is put down to this, such as a fault's name. */
    default CompletableFuture<?> round(String cause) {
        return CompletableFuture.completedFuture(null);
    }

    /** The server had its time to notice, and is to clean up. */
    default CompletableFuture<?> cleanup() {
        return CompletableFuture.completedFuture(null);
    }

    /** All of wsdoc's sockets are closed. */
    default CompletableFuture<?> end() {
        return CompletableFuture.completedFuture(null);
    }

    /** What was seen so far; what comes later changes nothing of it. */
    R seen();

    /** Looks no more; does not wait for a look that is under way. */
    @Override
    void close();
}
