package dev.wsdoc.server.manager;

import dev.wsdoc.server.manager.connection.Clocks;
import dev.wsdoc.server.manager.connection.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that moves when a test says so. */
public final class ManualTime implements Scheduler {
    private record Task(long at, long order, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
    private long now = 1_000_000_000L;
    private long order;

    public long now() {
        return now;
    }

    public Clocks clocks() {
        return new Clocks(this::now, () -> Instant.ofEpochSecond(0, now));
    }

    @Override
    public void after(Duration delay, Runnable task) {
        tasks.add(new Task(now + delay.toNanos(), order++, task));
    }

    public void advance(Duration duration) {
        long end = now + duration.toNanos();
        while (!tasks.isEmpty() && tasks.peek().at() <= end) {
            Task task = tasks.remove();
            now = Math.max(now, task.at());
            task.work().run();
        }
        now = end;
    }
}
