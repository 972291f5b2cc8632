package dev.externaltenants.bench.report;

import java.util.List;

import dev.externaltenants.bench.measure.ServerMemory;
import dev.externaltenants.bench.stats.Measure;
import dev.externaltenants.bench.stats.Spread;
import dev.externaltenants.bench.stats.Target;
import dev.externaltenants.bench.stats.Verdict;

/** Results for tests of how results are told. */
final class Examples {

    private Examples() {}

    static Result row(String name, double median, Verdict verdict) {
        return new Result(
                name,
                "title of " + name,
                "vanilla realm",
                6,
                "2026-11-22",
                new Side(8.4, 12, 20, 30, 16, 2000),
                new Side(8, 11, 19, 29, 16, 1900),
                new Spread(median, 1, 1.1),
                Target.atMost(Measure.CPU_RATIO, 1.05).withoutMoreStatements(),
                verdict);
    }

    static Growth growth() {
        return new Growth("2026-11-22", List.of(new Growth.Point(1, new ServerMemory(540, 69))));
    }
}
