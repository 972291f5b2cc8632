package dev.externaltenants.bench.report;

import java.nio.file.Path;
import java.util.List;

import dev.externaltenants.bench.stats.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ResultFileTest {

    private static final List<String> ORDER = List.of("page", "sign-in", "sign-in-code", "callout");

    @TempDir
    Path folder;

    private ResultFile file;

    @BeforeEach
    void beginWithoutResults() {
        file = new ResultFile(folder.resolve("results.json"));
    }

    @Test
    void keepsRowsOfScenariosThatDidNotRun() {
        file.merge(rows("page", "sign-in"), ORDER);

        Results merged = file.merge(Results.none().with(List.of(Examples.row("sign-in", 1.2, Verdict.MISSED))), ORDER);

        assertThat(merged.rows())
                .containsExactly(Examples.row("page", 1, Verdict.MET), Examples.row("sign-in", 1.2, Verdict.MISSED));
    }

    @Test
    void ordersRowsAsTheScenariosAre() {
        Results merged = file.merge(rows("callout-fast", "sign-in-code", "page", "sign-in"), ORDER);

        assertThat(merged.rows())
                .extracting(Result::name)
                .containsExactly("page", "sign-in", "sign-in-code", "callout-fast");
    }

    @Test
    void keepsTheGrowthUntilItIsMeasuredAgain() {
        file.merge(Results.none().with(Examples.growth()), ORDER);

        assertThat(file.merge(rows("page"), ORDER).growth()).isEqualTo(Examples.growth());
    }

    private static Results rows(String... names) {
        return Results.none()
                .with(List.of(names).stream()
                        .map(name -> Examples.row(name, 1, Verdict.MET))
                        .toList());
    }
}
