package dev.externaltenants.bench.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.externaltenants.bench.measure.Counted;
import dev.externaltenants.bench.stats.Measure;
import dev.externaltenants.bench.stats.Pair;
import dev.externaltenants.bench.stats.Spread;
import dev.externaltenants.bench.stats.Target;
import dev.externaltenants.bench.stats.Verdict;

/**
 * What is known of a scenario.
 *
 * @param beside what the other side is
 * @param rounds pairs of them
 * @param date of the run
 */
public record Result(
        String name,
        String title,
        String beside,
        int rounds,
        String date,
        Side ours,
        Side other,
        Spread difference,
        Target target,
        Verdict verdict) {

    /** Takes rounds that were not cut into pieces. */
    public static Result of(
            String name, String title, String beside, Target target, List<Pair> pairs, Counted ours, Counted other) {
        return of(name, title, beside, target, pairs, pairs, ours, other);
    }

    /** @param pieces of the rounds, which tell more where each needs no more than a few operations */
    public static Result of(
            String name,
            String title,
            String beside,
            Target target,
            List<Pair> pairs,
            List<Pair> pieces,
            Counted ours,
            Counted other) {
        List<Pair> compared = target.measure().needsManyOperations() ? pairs : pieces;
        Spread difference = Spread.of(compared.stream().mapToDouble(target.measure()::of));
        double moreStatements = ours.statementsEach() - other.statementsEach();
        return new Result(
                name,
                title,
                beside,
                pairs.size(),
                LocalDate.now(ZoneId.systemDefault()).toString(),
                Side.of(pairs.stream().map(Pair::ours).toList(), ours),
                Side.of(pairs.stream().map(Pair::other).toList(), other),
                difference,
                target,
                target.judge(difference, moreStatements));
    }

    /** Returns what is to be said if it is clearly more than it was in an earlier run. */
    Optional<String> worseThan(Result earlier) {
        Measure measure = target.measure();
        if (measure != earlier.target().measure()
                || !difference.isAbove(earlier.difference(), measure.betweenStarts())) {
            return Optional.empty();
        }
        return Optional.of(title + ": " + ResultTable.difference(measure, difference) + " is worse than "
                + ResultTable.difference(measure, earlier.difference()) + " of " + earlier.date());
    }
}
