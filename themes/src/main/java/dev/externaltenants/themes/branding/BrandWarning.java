package dev.externaltenants.themes.branding;

import java.util.List;
import java.util.Locale;

/**
 * What pages show otherwise than the brand says.
 *
 * @param field which says it
 * @param used what is shown in its place
 * @param message why, for the operator
 */
public record BrandWarning(String field, String used, String message) {

    /** Returns what pages of the brand would show otherwise than it says. */
    public static List<BrandWarning> of(Brand brand) {
        return new Palette(brand).warnings();
    }

    static BrandWarning changed(String field, Color beside, Color said, Color shown) {
        return new BrandWarning(
                field,
                shown.hex(),
                String.format(
                        Locale.ROOT,
                        "Between %s and %s, which stand together as text and its ground, the contrast is %.2f to 1;"
                                + " WCAG AA asks for 4.5. Pages show %s.",
                        said.hex(),
                        beside.hex(),
                        said.contrastTo(beside),
                        shown.hex()));
    }
}
