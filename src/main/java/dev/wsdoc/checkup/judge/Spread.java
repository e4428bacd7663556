package dev.wsdoc.checkup.judge;

import dev.wsdoc.report.CheckupFigures.Percentiles;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Percentiles of a series. Pure. */
final class Spread {
    private static final double MICROS_PER_MS = 1_000;
    private static final int DIGITS = 3;

    private Spread() {}

    /** @param millis in any order; null comes of none */
    static @Nullable Percentiles of(List<Double> millis) {
        if (millis.isEmpty()) {
            return null;
        }
        Histogram histogram = new Histogram(DIGITS);
        millis.forEach(ms -> histogram.recordValue(Math.round(ms * MICROS_PER_MS)));
        return new Percentiles(
                histogram.getTotalCount(),
                histogram.getMinValue() / MICROS_PER_MS,
                histogram.getValueAtPercentile(50) / MICROS_PER_MS,
                histogram.getValueAtPercentile(90) / MICROS_PER_MS,
                histogram.getValueAtPercentile(99) / MICROS_PER_MS,
                histogram.getMaxValue() / MICROS_PER_MS);
    }
}
