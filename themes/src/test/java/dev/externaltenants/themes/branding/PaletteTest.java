package dev.externaltenants.themes.branding;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** WCAG 2.2 AA holds in light and dark, whatever colour a brand has. */
final class PaletteTest {

    private static final double TEXT = 4.5;
    private static final double EDGE = 3;

    /** Steps through all three channels, ends included. */
    static Stream<String> colors() {
        List<String> steps = List.of("00", "33", "66", "99", "cc", "ff");
        return IntStream.range(0, 6 * 6 * 6)
                .mapToObj(i -> "#" + steps.get(i / 36) + steps.get(i / 6 % 6) + steps.get(i % 6));
    }

    @ParameterizedTest
    @MethodSource("colors")
    void textIsReadable(String color) {
        Palette palette = new Palette(brand(color, color));

        assertReadable(palette.light(), Color.WHITE, Color.of("#182026"), Color.of("#55626c"));
        assertReadable(palette.dark(), Color.of("#192027"), Color.of("#e8edf0"), Color.of("#a7b3bc"));
    }

    private static void assertReadable(Map<String, String> colors, Color surface, Color text, Color muted) {
        Color accent = Color.of(colors.get("--xt-color-accent"));
        Color strong = Color.of(colors.get("--xt-color-accent-strong"));
        Color onAccent = Color.of(colors.get("--xt-color-on-accent"));
        Color canvas = Color.of(colors.get("--xt-color-canvas"));
        assertThat(accent.contrastTo(surface)).isGreaterThanOrEqualTo(TEXT);
        assertThat(strong.contrastTo(surface)).isGreaterThanOrEqualTo(TEXT);
        assertThat(onAccent.contrastTo(accent)).isGreaterThanOrEqualTo(TEXT);
        assertThat(onAccent.contrastTo(strong)).isGreaterThanOrEqualTo(TEXT);
        assertThat(accent.contrastTo(canvas)).isGreaterThanOrEqualTo(EDGE);
        assertThat(text.contrastTo(canvas)).isGreaterThanOrEqualTo(TEXT);
        assertThat(muted.contrastTo(canvas)).isGreaterThanOrEqualTo(TEXT);
    }

    @Test
    void aReadableColorIsKept() {
        assertThat(new Palette(brand("#0f6b62", null)).light()).containsEntry("--xt-color-accent", "#0f6b62");
        assertThat(BrandWarning.of(brand("#0f6b62", null))).isEmpty();
    }

    @Test
    void theOperatorIsToldOfAColorThatIsNot() {
        List<BrandWarning> warnings = BrandWarning.of(brand("#ffd400", null));

        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0).field()).isEqualTo("accentColor");
        assertThat(warnings.get(0).used())
                .isEqualTo(new Palette(brand("#ffd400", null)).light().get("--xt-color-accent"));
        assertThat(warnings.get(0).message()).contains("#ffd400", "4.5");
    }

    @Test
    void whatABrandDoesNotSayIsNotSet() {
        assertThat(new Palette(Brand.NEUTRAL).light()).isEmpty();
        assertThat(new Palette(Brand.NEUTRAL).dark()).isEmpty();
    }

    private static Brand brand(String accent, String background) {
        return new Brand(accent, background, null, null, null, null, null, null, null, null, null, null);
    }
}
