package dev.externaltenants.bench.report;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.externaltenants.bench.stats.Verdict;

/**
 * All that is known.
 *
 * @param growth or null if it was never measured
 */
public record Results(List<Result> rows, Growth growth) {

    public static Results none() {
        return new Results(List.of(), null);
    }

    public Results with(List<Result> more) {
        List<Result> all = new ArrayList<>(rows);
        all.addAll(more);
        return new Results(all, growth);
    }

    public Results with(Growth newGrowth) {
        return new Results(rows, newGrowth);
    }

    @JsonIgnore
    public boolean anyMissed() {
        return rows.stream().anyMatch(row -> row.verdict() == Verdict.MISSED);
    }

    /** Returns what is clearly worse than in earlier results, a line each. */
    public List<String> worseThan(Results earlier) {
        return rows.stream()
                .flatMap(row -> earlier.rows().stream()
                        .filter(old -> old.name().equals(row.name()))
                        .flatMap(old -> row.worseThan(old).stream()))
                .toList();
    }

    public String plain() {
        String table = rows.isEmpty() ? "" : new ResultTable(rows).plain();
        return growth == null ? table : table + "\n\n" + new GrowthTable(growth).plain();
    }
}
