package dev.externaltenants.bench.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.externaltenants.bench.measure.Counted;
import dev.externaltenants.bench.stats.Round;
import dev.externaltenants.bench.stats.Spread;

/** One side's row of figures: medians of its rounds, and what was counted apart. */
public record Side(double cpu, double p50, double p95, double p99, double statements, double kilobytes) {

    public static Side of(List<Round> rounds, Counted counted) {
        return new Side(
                median(rounds, Round::cpu),
                median(rounds, Round::p50),
                median(rounds, Round::p95),
                median(rounds, Round::p99),
                counted.statementsEach(),
                counted.kilobytesEach());
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure)).median();
    }
}
