package dev.externaltenants.bench.stats;

import java.util.stream.DoubleStream;

/** The middle of some values and how far they lie apart. With six of them the true median is within in 97 of 100 cases. */
public record Spread(double median, double min, double max) {

    public static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("No values");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
