package dev.externaltenants.bench.report;

import java.util.List;

import dev.externaltenants.bench.stats.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResultTableTest {

    private final ResultTable table = new ResultTable(
            List.of(Examples.row("page", 1.05, Verdict.MET), Examples.row("sign-in", 1.2, Verdict.MISSED)));

    @Test
    void givesAMarkdownRowToEachResult() {
        assertThat(table.markdown().lines())
                .hasSize(4)
                .contains(
                        "| title of page | vanilla realm | 8.40 / 8.00 | CPU × 1.05 [1.00..1.10] | CPU × ≤ 1.05, SQL + 0"
                                + " | met | 16.0 / 16.0 | 2000 / 1900 | 12.0 / 11.0 | 20.0 / 19.0 | 30.0 / 29.0 | 6 | 2026-11-22 |");
    }

    @Test
    void alignsColumnsForATerminal() {
        List<String> lines = table.plain().lines().toList();

        assertThat(lines.get(1).indexOf("vanilla")).isEqualTo(lines.get(2).indexOf("vanilla"));
        assertThat(lines.get(0).indexOf("beside")).isEqualTo(lines.get(1).indexOf("vanilla"));
    }
}
