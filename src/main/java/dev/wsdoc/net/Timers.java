package dev.wsdoc.net;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The pending timers of one loop, nearest deadline first. Time comes in. Loop thread only. */
final class Timers {
    private final PriorityQueue<Timer> pending = new PriorityQueue<>();

    Timer add(long deadline, Runnable task) {
        Timer timer = new Timer(deadline, task);
        pending.add(timer);
        return timer;
    }

    /** The next timer that is due at {@code now}, taken off the queue; null when none is. */
    @Nullable
    Timer takeDue(long now) {
        Timer next = pending.peek();
        return next != null && next.deadline() - now <= 0 ? pending.poll() : null;
    }

    /** Runs those that are due at {@code now}, as many as the budget allows; the others stay due. */
    void run(long now, TurnBudget budget) {
        while (budget.allowsOneMore()) {
            Timer due = takeDue(now);
            if (due == null) {
                return;
            }
            Tasks.runSafely(due::run);
        }
    }

    /** Nanoseconds until the next deadline, 0 when one is due, -1 when there is no timer. */
    long untilNext(long now) {
        Timer next = pending.peek();
        while (next != null && next.isCancelled()) {
            pending.poll();
            next = pending.peek();
        }
        return next == null ? -1 : Math.max(0, next.deadline() - now);
    }
}
