package dev.externaltenants.themes.branding;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.externaltenants.themes.StylesheetColors;
import dev.externaltenants.themes.StylesheetColors.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A brand's colours are shown, and WCAG 2.2 AA holds in light and dark, whatever they are. */
final class PaletteTest {

    /** Steps through all three channels, ends included. */
    static Stream<String> colors() {
        List<String> steps = List.of("00", "33", "66", "77", "99", "cc", "ff");
        return IntStream.range(0, 7 * 7 * 7)
                .mapToObj(i -> "#" + steps.get(i / 49) + steps.get(i / 7 % 7) + steps.get(i % 7));
    }

    @ParameterizedTest
    @MethodSource("colors")
    void everythingReadsWithOneColor(String color) {
        assertReadable(brand(color, color));
        assertReadable(brand(color, null));
        assertReadable(brand(null, color));
    }

    @Test
    void everythingReadsWithTwoColors() {
        Random random = new Random(8);
        random.ints(5000, 0, 1 << 24)
                .mapToObj(accent -> brand(hex(accent), hex(random.nextInt(1 << 24))))
                .forEach(PaletteTest::assertReadable);
    }

    private static String hex(int color) {
        return "#%06x".formatted(color);
    }

    private static void assertReadable(Brand brand) {
        Palette palette = new Palette(brand);
        assertReadable(brand, StylesheetColors.light(palette.light()));
        assertReadable(brand, StylesheetColors.dark(palette.dark()));
    }

    private static void assertReadable(Brand brand, Map<String, String> colors) {
        for (Pair pair : StylesheetColors.PAIRS) {
            double contrast = Color.of(colors.get(pair.one())).contrastTo(Color.of(colors.get(pair.other())));
            assertThat(contrast)
                    .as("%s in %s of %s, %s", pair, colors, brand.accentColor(), brand.backgroundColor())
                    .isGreaterThanOrEqualTo(pair.least());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#123456", "#777777", "#ffffff", "#000000", "#ff0000", "#ffff00"})
    void aLightPageAndItsButtonsHaveTheBrandsOwnColors(String color) {
        assertThat(new Palette(brand(color, color)).light())
                .containsEntry("--xt-color-canvas", color)
                .containsEntry("--xt-color-accent", color);
    }

    @ParameterizedTest
    @CsvSource({
        "#123456, #ffffff, #ffffff",
        "#777777, #000000, #000000",
        "#aaaaaa, #182026, #182026",
        "#f7f1f9, #182026, #55626c"
    })
    void whatStandsOnTheBackgroundIsWrittenAsUsualIfThatReads(String background, String name, String languages) {
        assertThat(new Palette(brand(null, background)).light())
                .containsEntry("--xt-color-on-canvas", name)
                .containsEntry("--xt-color-on-canvas-muted", languages);
    }

    @Test
    void aDarkBackgroundStaysOnDarkPagesWithTheLogoThatWasDrawnForIt() {
        assertThat(new Palette(brand(null, "#123456")).dark())
                .containsEntry("--xt-color-canvas", "#123456")
                .containsEntry("--xt-color-logo", "#123456");
        assertThat(Color.of(new Palette(brand(null, "#fdf3e1")).dark().get("--xt-color-canvas"))
                        .luminance())
                .isLessThan(0.1);
        assertThat(new Palette(brand(null, "#fdf3e1")).dark()).doesNotContainKey("--xt-color-logo");
    }

    @Test
    void aButtonIsTheSameOnDarkPages() {
        assertThat(new Palette(brand("#0f6b62", null)).dark())
                .containsEntry("--xt-color-accent", "#0f6b62")
                .containsEntry("--xt-color-on-accent", "#ffffff");
    }

    /** Else nobody sees that it can be pressed. */
    @ParameterizedTest
    @MethodSource("colors")
    void aButtonThatIsPointedAtLooksOtherwise(String color) {
        Map<String, String> light = new Palette(brand(color, null)).light();
        assertThat(light.get("--xt-color-accent-strong")).isNotEqualTo(light.get("--xt-color-accent"));
    }

    @Test
    void ofColorsThatReadNothingIsSaid() {
        assertThat(new Palette(brand("#0f6b62", null)).light()).containsEntry("--xt-color-link", "#0f6b62");
        assertThat(BrandWarning.of(brand("#0f6b62", "#eef4f3"))).isEmpty();
    }

    @Test
    void theOperatorIsToldWhereAnAccentIsShownOtherwise() {
        Brand yellow = brand("#ffff00", null);

        assertThat(BrandWarning.of(yellow)).singleElement().satisfies(warning -> {
            assertThat(warning.field()).isEqualTo("accentColor");
            assertThat(warning.used()).isEqualTo(new Palette(yellow).light().get("--xt-color-link"));
            // As docs/branding.md has it.
            assertThat(warning.message())
                    .isEqualTo(
                            "Between #ffff00 and #ffffff the contrast is 1.07 to 1; WCAG AA asks for 4.5. Links, ticks and"
                                    + " edges on the card are shown in #7a7a00; buttons are #ffff00 with text in #000000.");
        });
    }

    @Test
    void theOperatorIsToldHowTextOnTheBackgroundIsShown() {
        assertThat(BrandWarning.of(brand("#0a84ff", "#777777")))
                .extracting(BrandWarning::field, BrandWarning::used)
                .contains(tuple("backgroundColor", "#000000"));
        assertThat(BrandWarning.of(brand(null, "#123456")))
                .extracting(BrandWarning::message)
                .anySatisfy(message -> assertThat(message).contains("languages", "#ffffff", "4.5"))
                .anySatisfy(message -> assertThat(message).contains("ring", "#ffffff", "3.0"));
    }

    @Test
    void whatABrandDoesNotSayIsNotSet() {
        assertThat(new Palette(Brand.NEUTRAL).light()).isEmpty();
        assertThat(new Palette(Brand.NEUTRAL).dark()).isEmpty();
    }

    @Test
    void theNeutralColorsAreThoseOfTheStylesheet() {
        assertThat(Ground.LIGHT).isEqualTo(ground(StylesheetColors.light(Map.of()), Color.BLACK));
        assertThat(Ground.DARK).isEqualTo(ground(StylesheetColors.dark(Map.of()), Color.WHITE));
    }

    private static Ground ground(Map<String, String> colors, Color end) {
        return new Ground(
                Color.of(colors.get("--xt-surface")),
                Color.of(colors.get("--xt-color-canvas")),
                Color.of(colors.get("--xt-text")),
                Color.of(colors.get("--xt-muted")),
                Color.of(colors.get("--xt-color-accent")),
                end);
    }

    private static Brand brand(String accent, String background) {
        return new Brand(accent, background, null, null, null, null, null, null, null, null, null, null);
    }
}
