package dev.externaltenants.bench.stats;

import java.util.stream.DoubleStream;

/**
 * The middle of some values, and between what the true median lies in 95 of 100 cases, whatever the values are
 * distributed like. With six values these are the smallest and the largest, as with fewer, which say less.
 */
public record Spread(double median, double low, double high) {

    private static final double OUTSIDE_ON_EACH_SIDE = 0.025;

    public static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("No values");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        int skipped = Math.max(0, firstRankNear(sorted.length) - 1);
        return new Spread(median, sorted[skipped], sorted[sorted.length - 1 - skipped]);
    }

    /** All of these are more than all of those, by at least so much. */
    public boolean isAbove(Spread other, double margin) {
        return low > other.high + margin;
    }

    /**
     * Returns the rank of the first value that may well lie above the median: each value lies below it by even chances, so
     * that the ranks follow from throws of a coin.
     */
    private static int firstRankNear(int count) {
        double exactly = Math.pow(0.5, count);
        double atMost = 0;
        for (int heads = 0; heads <= count; heads++) {
            atMost += exactly;
            if (atMost > OUTSIDE_ON_EACH_SIDE) {
                return heads;
            }
            exactly *= (count - heads) / (heads + 1.0);
        }
        return count;
    }
}
