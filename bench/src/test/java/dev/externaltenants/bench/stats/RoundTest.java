package dev.externaltenants.bench.stats;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTest {

    @Test
    void sharesTheProcessorTimeAmongTheOperations() {
        Latencies four = new Latencies();
        for (int i = 0; i < 4; i++) {
            four.add(3_000_000);
        }

        assertThat(Round.of(four, Duration.ofMillis(30))).isEqualTo(new Round(4, 7.5, 3, 3, 3));
    }
}
