package dev.externaltenants.bench.stats;

/**
 * What a scenario is judged by.
 *
 * @param limit that the median must not exceed, or null where there is nothing like it to compare with
 * @param noMoreStatements whether our side may run no more SQL than the other
 */
public record Target(Measure measure, Double limit, boolean noMoreStatements) {

    /**
     * What runs in the background now and then, such as the writing of sessions, falls into one side's count or the
     * other's. A statement that each operation runs counts 1.
     */
    private static final double STATEMENT_NOISE = 0.5;

    public static Target atMost(Measure measure, double limit) {
        return new Target(measure, limit, false);
    }

    public static Target none() {
        return new Target(Measure.CPU_RATIO, null, false);
    }

    public Target withoutMoreStatements() {
        return new Target(measure, limit, true);
    }

    public Verdict judge(Spread spread, double moreStatements) {
        if (noMoreStatements && moreStatements > STATEMENT_NOISE) {
            return Verdict.MISSED;
        }
        if (limit == null) {
            return Verdict.NO_TARGET;
        }
        if (spread.median() <= limit) {
            return Verdict.MET;
        }
        return spread.low() <= limit ? Verdict.WITHIN_NOISE : Verdict.MISSED;
    }
}
