package dev.externaltenants.bench.stats;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SpreadTest {

    @Test
    void takesTheMiddleOfAnOddNumber() {
        assertThat(Spread.of(DoubleStream.of(9, 1, 2))).isEqualTo(new Spread(2, 1, 9));
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(Spread.of(DoubleStream.of(4, 1, 2, 100))).isEqualTo(new Spread(3, 1, 100));
    }

    @Test
    void leavesOutWhatIsFarOffWhenThereAreMany() {
        Spread spread = Spread.of(IntStream.rangeClosed(1, 48).asDoubleStream());

        assertThat(spread).isEqualTo(new Spread(24.5, 17, 32));
    }

    @Test
    void keepsAllOfSix() {
        assertThat(Spread.of(DoubleStream.of(1, 2, 3, 4, 5, 6))).isEqualTo(new Spread(3.5, 1, 6));
    }

    @Test
    void isAboveAnotherThatItDoesNotTouch() {
        assertThat(new Spread(1.06, 1.04, 1.08).isAbove(new Spread(0.96, 0.94, 0.98), 0.05))
                .isTrue();
        assertThat(new Spread(1.06, 0.98, 1.08).isAbove(new Spread(0.96, 0.94, 0.98), 0.05))
                .isFalse();
    }

    @Test
    void refusesNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(DoubleStream.empty()));
    }
}
