package dev.wsdoc.server.manager;

import dev.wsdoc.model.Category;
import dev.wsdoc.server.setting.Behaviour.BackgroundSweep;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.helpers.NOPLogger;

/**
 * How long one sweep takes, whole: finding and forgetting, without sockets. Prints for each size the median of 11
 * passes with a tenth stale, and of 11 in which all are.
 */
final class SweepBenchmark {
    private static final int PASSES = 11;

    private SweepBenchmark() {}

    public static void main(String[] args) throws CleanupFailedException {
        for (int size : new int[] {50_000, 100_000, 200_000}) {
            System.out.printf(
                    Locale.ROOT,
                    "sweep of %,d connections: %.1f ms with a tenth stale, %.1f ms with all stale%n",
                    size,
                    median(size, 10),
                    median(size, 1));
        }
    }

    private static double median(int size, int oneStaleIn) throws CleanupFailedException {
        double[] times = new double[PASSES];
        for (int i = -PASSES; i < PASSES; i++) { // the first half warms up
            double time = sweep(size, oneStaleIn);
            times[Math.max(0, i)] = time;
        }
        Arrays.sort(times);
        return times[PASSES / 2];
    }

    private static double sweep(int size, int oneStaleIn) throws CleanupFailedException {
        Parts parts = new Parts();
        for (int i = 0; i < size; i++) {
            Connection connection = parts.open(new FakePeer());
            if (i % oneStaleIn == 0) {
                parts.ends.abnormal(connection, Ending.stale(Category.RESET, "gone"));
            }
        }
        Sweeper sweeper = new Sweeper(
                parts.registry,
                new ThoroughSweeping(parts.check),
                new SweepSchedule(Duration.ofSeconds(30), Duration.ofHours(1)),
                BackgroundSweep.OFF,
                parts.ends,
                parts.time,
                parts.time.clocks(),
                NOPLogger.NOP_LOGGER);
        long started = System.nanoTime();
        int cleaned = sweeper.cleanup();
        double millis = (System.nanoTime() - started) / 1e6;
        if (cleaned != (size + oneStaleIn - 1) / oneStaleIn) {
            throw new IllegalStateException("cleaned " + cleaned + " of " + size);
        }
        return millis;
    }
}
