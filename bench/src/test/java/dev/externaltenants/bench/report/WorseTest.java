package dev.externaltenants.bench.report;

import java.util.List;

import dev.externaltenants.bench.stats.Spread;
import dev.externaltenants.bench.stats.Target;
import dev.externaltenants.bench.stats.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorseTest {

    private static final Results EARLIER = results(new Spread(0.96, 0.94, 0.98));

    @Test
    void tellsWhatIsClearlyMoreThanBefore() {
        assertThat(results(new Spread(1.10, 1.07, 1.13)).worseThan(EARLIER))
                .containsExactly("title of sign-in: CPU × 1.10 [1.07..1.13] is worse than CPU × 0.96 [0.94..0.98] of"
                        + " 2026-11-22");
    }

    @Test
    void saysNothingOfWhatMayBeNoise() {
        assertThat(results(new Spread(1.00, 0.97, 1.03)).worseThan(EARLIER)).isEmpty();
    }

    @Test
    void saysNothingOfWhatIsNew() {
        assertThat(EARLIER.worseThan(Results.none())).isEmpty();
    }

    private static Results results(Spread difference) {
        Result row = Examples.row("sign-in", 1, Verdict.MET);
        return Results.none()
                .with(List.of(new Result(
                        row.name(),
                        row.title(),
                        row.beside(),
                        row.rounds(),
                        row.date(),
                        row.ours(),
                        row.other(),
                        difference,
                        Target.none(),
                        Verdict.NO_TARGET)));
    }
}
