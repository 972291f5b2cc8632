package dev.externaltenants.themes.branding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The figures are those of the W3C's own examples, or were worked out by hand from WCAG's formula. */
final class ColorTest {

    @ParameterizedTest
    @CsvSource({
        "#000, #fff, 21",
        "#fff, #fff, 1",
        "#777777, #ffffff, 4.48",
        "#767676, #ffffff, 4.54",
        "#ff0000, #ffffff, 4.00",
        "#0000ff, #ffffff, 8.59",
        "#ffff00, #000000, 19.56"
    })
    void contrastIsThatOfWcag(String one, String other, double ratio) {
        assertThat(Color.of(one).contrastTo(Color.of(other))).isCloseTo(ratio, within(0.005));
        assertThat(Color.of(other).contrastTo(Color.of(one))).isCloseTo(ratio, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "red",
                "#12",
                "#1234",
                "#12345",
                "#1234567",
                "#12345g",
                "123456",
                "#123;}",
                "rgb(0,0,0)",
                "#fff\n",
                "url(x)",
                "#１２３"
            })
    void nothingElseIsAColor(String text) {
        assertThat(Color.parse(text)).isEmpty();
    }

    @Test
    void threeDigitsStandForSix() {
        assertThat(Color.of("#0Af").hex()).isEqualTo("#00aaff");
    }
}
