package dev.externaltenants.bench.stats;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MeasureTest {

    private static final Pair PAIR = new Pair(new Round(10, 6, 40, 90, 100), new Round(10, 4, 20, 30, 50));

    @Test
    void comparesOursWithTheOther() {
        assertThat(Measure.CPU_RATIO.of(PAIR)).isEqualTo(1.5);
        assertThat(Measure.EXTRA_CPU.of(PAIR)).isEqualTo(2);
        assertThat(Measure.TIME_RATIO.of(PAIR)).isEqualTo(2);
        assertThat(Measure.P95_RATIO.of(PAIR)).isEqualTo(3);
    }
}
