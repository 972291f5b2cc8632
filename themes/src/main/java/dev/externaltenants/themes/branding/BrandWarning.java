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

    static String unreadable(Color one, Color other, double least) {
        return String.format(
                Locale.ROOT,
                "Between %s and %s the contrast is %.2f to 1; WCAG AA asks for %.1f.",
                one.hex(),
                other.hex(),
                one.contrastTo(other),
                least);
    }
}
