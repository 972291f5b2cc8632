package dev.externaltenants.bench.stats;

import java.time.Duration;

/** One side's round: CPU milliseconds of the server for each operation, and how long operations took. */
public record Round(int operations, double cpu, double p50, double p95, double p99) {

    private static final double NANOS_PER_MILLI = 1e6;

    public static Round of(Latencies latencies, Duration cpu) {
        return new Round(
                latencies.count(),
                cpu.toNanos() / NANOS_PER_MILLI / Math.max(1, latencies.count()),
                latencies.percentile(0.50),
                latencies.percentile(0.95),
                latencies.percentile(0.99));
    }
}
