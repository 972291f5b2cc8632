package dev.externaltenants.bench.stats;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LatenciesTest {

    private static final long MILLI = 1_000_000;

    @Test
    void namesTheTimeThatAShareDidNotExceed() {
        Latencies latencies = upTo(2000);

        assertThat(latencies.percentile(0.50)).isEqualTo(1000);
        assertThat(latencies.percentile(0.95)).isEqualTo(1900);
        assertThat(latencies.percentile(1.00)).isEqualTo(2000);
    }

    @Test
    void isEveryPercentileIfItIsTheOnlyOne() {
        Latencies latencies = upTo(1);

        assertThat(latencies.percentile(0.01)).isEqualTo(1);
        assertThat(latencies.percentile(0.99)).isEqualTo(1);
    }

    @Test
    void takesThoseOfOtherThreads() {
        Latencies all = upTo(10);

        all.addAll(upTo(20));

        assertThat(all.count()).isEqualTo(30);
        assertThat(all.percentile(1)).isEqualTo(20);
    }

    @Test
    void saysThatNothingWasDone() {
        assertThatIllegalStateException().isThrownBy(() -> new Latencies().percentile(0.5));
    }

    /** One of each number of milliseconds, the longest first. */
    private static Latencies upTo(int millis) {
        Latencies latencies = new Latencies();
        for (int i = millis; i > 0; i--) {
            latencies.add(i * MILLI);
        }
        return latencies;
    }
}
