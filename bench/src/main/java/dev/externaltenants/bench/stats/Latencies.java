package dev.externaltenants.bench.stats;

import java.util.Arrays;

/** How long each operation took, in nanoseconds, kept without a box for each. */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int size;

    public void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = duration;
    }

    public void addAll(Latencies others) {
        for (int i = 0; i < others.size; i++) {
            add(others.nanos[i]);
        }
    }

    public int count() {
        return size;
    }

    /** Returns the milliseconds that this share of the operations, such as 0.95, did not exceed. */
    public double percentile(double share) {
        if (size == 0) {
            throw new IllegalStateException("Nothing was done in the time");
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * size);
        return sorted[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
    }
}
