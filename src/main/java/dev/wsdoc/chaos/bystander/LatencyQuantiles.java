package dev.wsdoc.chaos.bystander;

import dev.wsdoc.report.Quantiles;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** How series become the figures of a report. */
public final class LatencyQuantiles {
    private static final double MICROS_PER_MS = 1_000;
    private static final double NANOS_PER_MS = 1_000_000;

    private LatencyQuantiles() {}

    static Quantiles quantilesOfMicros(Histogram histogram) {
        return new Quantiles(
                round(histogram.getValueAtPercentile(50) / MICROS_PER_MS),
                round(histogram.getValueAtPercentile(99) / MICROS_PER_MS),
                round(histogram.getMaxValue() / MICROS_PER_MS));
    }

    /** Nearest-rank quantiles of a series of nanoseconds; null for an empty one. */
    public static @Nullable Quantiles quantilesOfNanos(List<Long> nanos) {
        if (nanos.isEmpty()) {
            return null;
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        return new Quantiles(rank(sorted, 0.50), rank(sorted, 0.99), rank(sorted, 1.0));
    }

    private static double rank(List<Long> sorted, double quantile) {
        int index = (int) Math.ceil(quantile * sorted.size()) - 1;
        return round(sorted.get(Math.max(0, index)) / NANOS_PER_MS);
    }

    private static double round(double ms) {
        return Math.round(ms * 100) / 100.0;
    }
}
