package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.talk.Talk;
import dev.wsdoc.talk.TalkEnd;
import dev.wsdoc.talk.TalkListener;
import dev.wsdoc.wire.frame.CloseCode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Connects, and connects again where that is asked for.
 *
 * @param backoff null to connect only once
 * @param isGivenUp whether nobody wants a connection any more
 * @param tell what is going on, in a line
 */
record Redialer(Dialer dialer, @Nullable Backoff backoff, BooleanSupplier isGivenUp, Consumer<String> tell) {
    private static final long GLANCE_MILLIS = 50;

    /**
     * A talk that is open.
     *
     * @throws CommandFailure when it cannot be opened, and is not to be tried again
     */
    Talk dial(TalkListener listener) throws InterruptedException {
        while (true) {
            try {
                Talk talk = dialer.dial(listener);
                if (backoff != null) {
                    backoff.reset();
                }
                return talk;
            } catch (CommandFailure e) {
                if (backoff == null || isGivenUp.getAsBoolean()) {
                    throw e;
                }
                tell.accept(String.valueOf(e.getMessage()));
                pause(backoff);
            }
        }
    }

    /** Whether to dial again after this, once the pause that is due is over. */
    boolean comesAgainAfter(TalkEnd ending) throws InterruptedException {
        boolean isDone = ending.isOurs() || ending.code() == CloseCode.NORMAL;
        if (backoff == null || isDone || isGivenUp.getAsBoolean()) {
            return false;
        }
        pause(backoff);
        return !isGivenUp.getAsBoolean();
    }

    private void pause(Backoff due) throws InterruptedException {
        Duration wait = due.next();
        tell.accept("connecting again in " + wait.toMillis() + " ms");
        long end = System.nanoTime() + wait.toNanos();
        while (System.nanoTime() - end < 0 && !isGivenUp.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(Math.min(GLANCE_MILLIS, wait.toMillis()));
        }
    }
}
