package dev.wsdoc.net;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a loop is still to run: tasks that any thread gave, and those that its own thread put off until the next turn. Run by
 * the loop's thread, for as long as the loop lives.
 */
final class Tasks {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);

    private final Queue<Runnable> given = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> putOff = new ArrayDeque<>(); // loop thread only
    private int due; // of those put off, in this turn

    void give(Runnable task) {
        given.add(task);
    }

    /** Whether the task was still there. */
    boolean takeBack(Runnable task) {
        return given.remove(task);
    }

    /** Loop thread only. */
    void putOff(Runnable task) {
        putOff.add(task);
    }

    /** Loop thread only. */
    boolean isEmpty() {
        return given.isEmpty() && putOff.isEmpty();
    }

    /** A turn begins: what is put off from now on is for the next one. */
    void beginTurn() {
        due = putOff.size();
    }

    /** Runs one turn's share: what was put off before it began, once each, and of the others as many as the budget allows. */
    void run(TurnBudget budget) {
        for (; due > 0; due--) {
            runSafely(putOff.remove());
        }
        while (budget.allowsOneMore()) {
            Runnable task = given.poll();
            if (task == null) {
                return;
            }
            runSafely(task);
        }
    }

    /** Runs what was given, to the last of it: for the loop's end. */
    void runAllGiven() {
        for (Runnable task = given.poll(); task != null; task = given.poll()) {
            runSafely(task);
        }
    }

    /** Whatever it throws, the next one runs. */
    static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (Throwable t) {
            report("A task of the event loop failed", t);
        }
    }

    /** Without memory even the report can fail; the loop has others to serve. */
    static void report(String what, Throwable failure) {
        try {
            LOG.error(what, failure);
        } catch (Throwable unreported) {
            failure.addSuppressed(unreported);
        }
    }
}
