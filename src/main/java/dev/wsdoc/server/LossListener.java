package dev.wsdoc.server;

import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Hears from logback that a log cannot be written, and passes the first reason on. On the thread that logs. */
final class LossListener implements StatusListener {
    private final Consumer<String> lost;
    private final AtomicBoolean told = new AtomicBoolean();

    LossListener(Consumer<String> lost) {
        this.lost = lost;
    }

    @Override
    public void addStatusEvent(Status status) {
        if (status.getThrowable() instanceof IOException e && told.compareAndSet(false, true)) {
            lost.accept(String.valueOf(e.getMessage()));
        }
    }
}
