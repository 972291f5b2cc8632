package dev.externaltenants.bench.report;

import java.util.List;

import dev.externaltenants.bench.stats.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PerformancePageTest {

    private static final Results RESULTS =
            Results.none().with(List.of(Examples.row("page", 1, Verdict.MET))).with(Examples.growth());

    @Test
    void writesBetweenTheMarksAndLeavesWhatPeopleWrote() {
        String page = "# Title\n" + PerformancePage.BEGIN + "\nold figures\n" + PerformancePage.END + "\n## Method\n";

        String filled = PerformancePage.filled(page, RESULTS, "two cores");

        assertThat(filled)
                .startsWith("# Title\n" + PerformancePage.BEGIN + "\ntwo cores\n")
                .endsWith(PerformancePage.END + "\n## Method\n")
                .contains("| title of page |", "| 1 | 540 | 69 |")
                .doesNotContain("old figures");
    }

    @Test
    void saysThatTheMarksAreGone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PerformancePage.filled("# Title\n", RESULTS, "two cores"))
                .withMessageContaining(PerformancePage.BEGIN);
    }
}
