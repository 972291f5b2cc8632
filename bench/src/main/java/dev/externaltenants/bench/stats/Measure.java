package dev.externaltenants.bench.stats;

/** What two sides are compared by. */
public enum Measure {
    CPU_RATIO("CPU ×"),
    EXTRA_CPU("CPU ms +"),
    TIME_RATIO("time ×"),
    P95_RATIO("p95 ×");

    private final String label;

    Measure(String label) {
        this.label = label;
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
