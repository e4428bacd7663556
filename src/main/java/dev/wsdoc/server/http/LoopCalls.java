package dev.wsdoc.server.http;

import dev.wsdoc.net.EventLoop;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the loop from an HTTP thread, and does not wait for ever. */
final class LoopCalls {
    private static final long SECONDS = 5;

    private final EventLoop loop;

    LoopCalls(EventLoop loop) {
        this.loop = loop;
    }

    /**
     * Runs the call on the loop's thread.
     *
     * @throws ExecutionException with the call's own exception as its cause
     * @throws TimeoutException when the loop did not come to it within 5 s
     */
    <T> T ask(Callable<T> call) throws ExecutionException, TimeoutException, InterruptedException {
        return loop.submit(call).get(SECONDS, TimeUnit.SECONDS);
    }
}
