package dev.wsdoc.report;

/** Milliseconds, to the microsecond: the median, the 99th percentile and the largest value of a series. */
public record Quantiles(double p50, double p99, double max) {

    public Quantiles {
        p50 = checked(p50);
        p99 = checked(p99);
        max = checked(max);
    }

    private static double checked(double millis) {
        if (!Double.isFinite(millis) || millis < 0) {
            throw new IllegalArgumentException("quantile " + millis + " ms is not a finite number from 0");
        }
        return Math.round(millis * 1000) / 1000.0;
    }
}
