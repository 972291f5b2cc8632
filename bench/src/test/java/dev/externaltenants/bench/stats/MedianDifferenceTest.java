package dev.externaltenants.bench.stats;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class MedianDifferenceTest {

    private static final int SAMPLES = 300;

    @Test
    void takesTwoDrawsOfTheSameForNoise() {
        assertThat(MedianDifference.of(times(10, 1), times(10, 2)).isNoise()).isTrue();
    }

    @Test
    void findsASmallShiftInManySamples() {
        MedianDifference found = MedianDifference.of(times(11, 1), times(10, 2));

        assertThat(found.isNoise()).isFalse();
        assertThat(found.difference()).isCloseTo(1, within(0.3));
        assertThat(found.noise()).isLessThan(0.6);
    }

    @Test
    void isTheSameWhicheverComesFirst() {
        MedianDifference found = MedianDifference.of(times(12, 1), times(10, 2));
        MedianDifference turned = MedianDifference.of(times(10, 2), times(12, 1));

        assertThat(turned.difference()).isEqualTo(-found.difference());
        assertThat(turned.isNoise()).isEqualTo(found.isNoise());
    }

    private static double[] times(double middle, long seed) {
        return new Random(seed).doubles(SAMPLES, middle - 2, middle + 2).toArray();
    }
}
