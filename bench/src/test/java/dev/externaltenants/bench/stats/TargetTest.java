package dev.externaltenants.bench.stats;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TargetTest {

    private static final Target TARGET = Target.atMost(Measure.CPU_RATIO, 1.05);

    @Test
    void isMetWhenTheMedianKeepsIt() {
        assertThat(TARGET.judge(new Spread(1.05, 0.9, 1.5), 0)).isEqualTo(Verdict.MET);
    }

    @Test
    void isWithinNoiseWhenTheSpreadReachesIt() {
        assertThat(TARGET.judge(new Spread(1.06, 1.04, 1.1), 0)).isEqualTo(Verdict.WITHIN_NOISE);
    }

    @Test
    void isMissedWhenTheWholeSpreadIsAboveIt() {
        assertThat(TARGET.judge(new Spread(1.10, 1.06, 1.2), 0)).isEqualTo(Verdict.MISSED);
    }

    @Test
    void doesNotMindStatementsUnlessItSaysSo() {
        assertThat(TARGET.judge(new Spread(1, 1, 1), 3)).isEqualTo(Verdict.MET);
    }

    @Test
    void isMissedWhenStatementsAreAddedWhereNoneMayBe() {
        assertThat(TARGET.withoutMoreStatements().judge(new Spread(1, 1, 1), 1)).isEqualTo(Verdict.MISSED);
    }

    @Test
    void overlooksAStatementOfTheBackground() {
        assertThat(TARGET.withoutMoreStatements().judge(new Spread(1, 1, 1), 0.2))
                .isEqualTo(Verdict.MET);
    }

    @Test
    void judgesNothingWithoutALimit() {
        assertThat(Target.none().judge(new Spread(9, 9, 9), 9)).isEqualTo(Verdict.NO_TARGET);
    }
}
