package dev.externaltenants.bench.stats;

/** What two sides are compared by. */
public enum Measure {
    CPU_RATIO("CPU ×", 0.07),
    EXTRA_CPU("CPU ms +", 0.1),
    TIME_RATIO("time ×", 0.3),
    P95_RATIO("p95 ×", 0.3);

    private final String label;
    private final double betweenStarts;

    Measure(String label, double betweenStarts) {
        this.label = label;
        this.betweenStarts = betweenStarts;
    }

    /** By so much another start of the server moves the median, as docs/performance.md shows; no spread of one run says it. */
    public double betweenStarts() {
        return betweenStarts;
    }

    public String label() {
        return label;
    }

    /** A percentile of few operations says little; their processor time can be added up. */
    public boolean needsManyOperations() {
        return this == TIME_RATIO || this == P95_RATIO;
    }

    public double of(Pair pair) {
        return switch (this) {
            case CPU_RATIO -> pair.ours().cpu() / pair.other().cpu();
            case EXTRA_CPU -> pair.ours().cpu() - pair.other().cpu();
            case TIME_RATIO -> pair.ours().p50() / pair.other().p50();
            case P95_RATIO -> pair.ours().p95() / pair.other().p95();
        };
    }
}
