package dev.externaltenants.themes;

import java.util.List;
import java.util.Map;

import dev.externaltenants.themes.StylesheetColors.Pair;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The neutral colours, light and dark. */
final class ContrastTest {

    @ParameterizedTest
    @MethodSource("pairs")
    void isEnoughInBothModes(Pair pair) {
        for (Map<String, String> colors : List.of(StylesheetColors.light(Map.of()), StylesheetColors.dark(Map.of()))) {
            assertThat(ratio(colors.get(pair.one()), colors.get(pair.other()))).isGreaterThanOrEqualTo(pair.least());
        }
    }

    static List<Pair> pairs() {
        return StylesheetColors.PAIRS;
    }

    private static double ratio(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String color) {
        String hex = color.substring(1);
        String full = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        return 0.2126 * channel(full, 0) + 0.7152 * channel(full, 2) + 0.0722 * channel(full, 4);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
