package dev.wsdoc.cli.connect;

import dev.wsdoc.talk.TalkEnd;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a script's talk has come to, for the thread that waits for it. Thread-safe. */
final class PipeState {
    private final Semaphore changed = new Semaphore(0);
    private @Nullable TalkEnd ending;
    private boolean answered;
    private boolean allSaid;
    private @Nullable Throwable failure;

    synchronized void ended(TalkEnd how) {
        ending = how;
        changed.release();
    }

    synchronized void answered() {
        answered = true;
        changed.release();
    }

    /** @param why the input failed; null where it came to its end */
    synchronized void allSaid(@Nullable Throwable why) {
        allSaid = true;
        failure = why;
        changed.release();
    }

    /** Another connection is there. */
    synchronized void beginAnew() {
        ending = null;
    }

    synchronized @Nullable TalkEnd ending() {
        return ending;
    }

    synchronized boolean isAnswered() {
        return answered;
    }

    synchronized boolean isAllSaid() {
        return allSaid;
    }

    synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** Waits for anything to change, or so long. */
    void await(long millis) throws InterruptedException {
        if (changed.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            changed.drainPermits();
        }
    }
}
