package dev.externaltenants.bench.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import dev.externaltenants.bench.measure.Counted;
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

    public static Result of(
            String name, String title, String beside, Target target, List<Pair> pairs, Counted ours, Counted other) {
        Spread difference = Spread.of(pairs.stream().mapToDouble(target.measure()::of));
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
}
