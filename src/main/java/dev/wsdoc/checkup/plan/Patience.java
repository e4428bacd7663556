package dev.wsdoc.checkup.plan;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits on the command's thread, and gives up when it is to stop. Stateless but for whom it asks. */
public record Patience(BooleanSupplier stopped) {
    private static final long STEP_MS = 20;

    /** Whether all is to come to an end. */
    public boolean isOver() {
        return stopped.getAsBoolean();
    }

    /** What came within that time; null when nothing did. */
    public <T> @Nullable T await(CompletableFuture<T> future, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isOver() && deadline - System.nanoTime() > 0) {
            try {
                long rest = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()) + 1;
                return future.get(Math.min(STEP_MS, rest), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // look whether to stop, and go on
            } catch (ExecutionException e) {
                throw new IllegalStateException("a loop of the swarm died", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        await(new CompletableFuture<Void>(), time);
    }
}
