package dev.wsdoc.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: asks the command to come to an end, and keeps the process alive until it has written down what it
 * learnt. Holds a shutdown hook from {@link #watch} to {@link #close}.
 */
public final class Interruption implements AutoCloseable {
    private static final long LAST_WORDS_SECONDS = 15;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "wsdoc-interrupt");
    private volatile boolean asked;

    private Interruption() {}

    public static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupt() {
        asked = true;
        try {
            if (!done.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isAsked() {
        return asked;
    }

    @Override
    public void close() {
        done.countDown();
        if (!asked) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
