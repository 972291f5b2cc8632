package dev.externaltenants.bench.stats;

import java.util.Arrays;
import java.util.Random;

/**
 * How far the medians of two samples are apart, beside how far they would be by chance.
 *
 * @param difference of the medians, in the samples' unit
 * @param noise that the difference of two random halves of all values exceeds once in a thousand draws: a permutation
 *     test, so nothing is assumed about how answer times are distributed
 */
public record MedianDifference(double difference, double noise) {

    private static final int DRAWS = 10_000;
    private static final double BY_CHANCE = 0.001;

    /** One seed, so that the same samples have the same noise. */
    private static final long SEED = 20_261_123;

    public static MedianDifference of(double[] these, double[] those) {
        double[] all = Arrays.copyOf(these, these.length + those.length);
        System.arraycopy(those, 0, all, these.length, those.length);
        Random random = new Random(SEED);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            shuffle(all, random);
            drawn[draw] = Math.abs(median(Arrays.copyOfRange(all, 0, these.length))
                    - median(Arrays.copyOfRange(all, these.length, all.length)));
        }
        Arrays.sort(drawn);
        return new MedianDifference(median(these) - median(those), drawn[(int) Math.ceil(DRAWS * (1 - BY_CHANCE)) - 1]);
    }

    /** Returns whether chance explains the difference. */
    public boolean isNoise() {
        return Math.abs(difference) <= noise;
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static void shuffle(double[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
    }
}
