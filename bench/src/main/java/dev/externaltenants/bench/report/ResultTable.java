package dev.externaltenants.bench.report;

import java.util.List;
import java.util.Locale;

import dev.externaltenants.bench.stats.Measure;
import dev.externaltenants.bench.stats.Spread;
import dev.externaltenants.bench.stats.Target;

/** The results as a table: ours first, then what it is measured beside. */
public record ResultTable(List<Result> results) {

    public String plain() {
        return table().plain();
    }

    public String markdown() {
        return table().markdown();
    }

    private Table table() {
        Table table = new Table(
                "scenario",
                "beside",
                "CPU ms",
                "difference [in this run]",
                "target",
                "verdict",
                "SQL",
                "kB allocated",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "rounds",
                "date");
        for (Result result : results) {
            Side ours = result.ours();
            Side other = result.other();
            table.row(
                    result.title(),
                    result.beside(),
                    both("%.2f", ours.cpu(), other.cpu()),
                    difference(result.target().measure(), result.difference()),
                    target(result.target()),
                    result.verdict().label(),
                    both("%.1f", ours.statements(), other.statements()),
                    both("%.0f", ours.kilobytes(), other.kilobytes()),
                    both("%.1f", ours.p50(), other.p50()),
                    both("%.1f", ours.p95(), other.p95()),
                    both("%.1f", ours.p99(), other.p99()),
                    String.valueOf(result.rounds()),
                    result.date());
        }
        return table;
    }

    static String difference(Measure measure, Spread spread) {
        return text("%s %.2f [%.2f..%.2f]", measure.label(), spread.median(), spread.low(), spread.high());
    }

    private static String target(Target target) {
        String limit = target.limit() == null
                ? "–"
                : text("%s ≤ %.2f", target.measure().label(), target.limit());
        return target.noMoreStatements() ? limit + ", SQL + 0" : limit;
    }

    private static String both(String format, double ours, double other) {
        return text(format + " / " + format, ours, other);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
