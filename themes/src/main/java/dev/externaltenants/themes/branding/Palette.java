package dev.externaltenants.themes.branding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The colours of a brand as the pages can show them, in light and dark: what a brand says is kept as far as text stays
 * readable by WCAG 2.2 AA (1.4.3: 4.5 to 1), else shifted towards black or white until it is.
 */
final class Palette {

    /**
     * What {@code css/xt.css} has for what no brand changes: the card, the page, text on both. A test compares the two.
     *
     * @param end to which an accent is shifted
     * @param farthest from text, to which a background is shifted
     */
    record Ground(Color surface, Color canvas, Color text, Color muted, Color end, Color farthest) {}

    static final Ground LIGHT = new Ground(
            Color.WHITE, Color.of("#f3f5f6"), Color.of("#182026"), Color.of("#55626c"), Color.BLACK, Color.WHITE);
    static final Ground DARK = new Ground(
            Color.of("#192027"),
            Color.of("#10151a"),
            Color.of("#e8edf0"),
            Color.of("#a7b3bc"),
            Color.WHITE,
            Color.BLACK);

    static final String CANVAS = "--xt-color-canvas";
    static final String ACCENT = "--xt-color-accent";
    static final String ACCENT_STRONG = "--xt-color-accent-strong";
    static final String ON_ACCENT = "--xt-color-on-accent";

    private static final double TEXT = 4.5;
    private static final double EDGE = 3;

    /** How far what is pressed or pointed at differs from what is not. */
    private static final double STRONGER = 0.22;

    private static final Color DARK_TEXT = Color.of("#111111");

    private final Brand brand;
    private final List<BrandWarning> warnings = new ArrayList<>();

    Palette(Brand brand) {
        this.brand = brand;
    }

    Map<String, String> light() {
        return properties(LIGHT, true);
    }

    Map<String, String> dark() {
        return properties(DARK, false);
    }

    /** Returns where the light pages, which are a brand's first, show another colour than the brand says. */
    List<BrandWarning> warnings() {
        warnings.clear();
        light();
        return List.copyOf(warnings);
    }

    private Map<String, String> properties(Ground ground, boolean warns) {
        Map<String, String> properties = new LinkedHashMap<>();
        Color canvas = ground.canvas();
        if (brand.backgroundColor() != null) {
            Color said = Color.of(brand.backgroundColor());
            canvas = said.readableOn(ground.text(), TEXT, ground.muted(), TEXT, ground.farthest());
            if (warns && !canvas.equals(said)) {
                warnings.add(BrandWarning.changed("backgroundColor", ground.muted(), said, canvas));
            }
            properties.put(CANVAS, canvas.hex());
        }
        if (brand.accentColor() != null) {
            Color said = Color.of(brand.accentColor());
            Color accent = said.readableOn(ground.surface(), TEXT, canvas, EDGE, ground.end());
            if (warns && !accent.equals(said)) {
                warnings.add(BrandWarning.changed("accentColor", ground.surface(), said, accent));
            }
            properties.put(ACCENT, accent.hex());
            properties.put(ACCENT_STRONG, accent.mixed(ground.end(), STRONGER).hex());
            properties.put(ON_ACCENT, accent.better(Color.WHITE, DARK_TEXT).hex());
        }
        return properties;
    }
}
