package dev.externaltenants.themes.branding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Else contrast would be counted against colours that no page has. */
    @Test
    void theGroundIsThatOfThePages() throws IOException {
        String[] modes = pageStyle().split("@media \\(prefers-color-scheme:dark\\)", 2);

        assertGround(modes[0].substring(modes[0].indexOf(":where(:root)")), Palette.LIGHT);
        assertGround(modes[1], Palette.DARK);
    }

    private static void assertGround(String css, Palette.Ground ground) {
        assertThat(color(css, "surface")).isEqualTo(ground.surface());
        assertThat(color(css, "canvas")).isEqualTo(ground.canvas());
        assertThat(color(css, "text")).isEqualTo(ground.text());
        assertThat(color(css, "muted")).isEqualTo(ground.muted());
    }

    private static Color color(String css, String name) {
        Matcher set =
                Pattern.compile("--xt-color-" + name + ":(#[0-9a-f]{3,6})").matcher(css);
        assertThat(set.find()).as(name).isTrue();
        return Color.of(set.group(1));
    }

    private static String pageStyle() throws IOException {
        try (InputStream css =
                PaletteTest.class.getResourceAsStream("/theme/external-tenant/login/resources/css/xt.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Brand brand(String accent, String background) {
        return new Brand(accent, background, null, null, null, null, null, null, null, null, null, null);
    }
}
