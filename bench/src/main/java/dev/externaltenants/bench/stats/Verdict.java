package dev.externaltenants.bench.stats;

/** What comes of comparing a scenario with its target. */
public enum Verdict {
    /** The median keeps the target. */
    MET("met"),
    /** The median does not, but the target lies within the spread. */
    WITHIN_NOISE("within noise"),
    /** The whole spread is above it, or SQL was added where none may be. */
    MISSED("missed"),
    NO_TARGET("–");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
