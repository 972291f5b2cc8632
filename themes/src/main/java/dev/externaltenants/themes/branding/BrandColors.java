package dev.externaltenants.themes.branding;

import java.util.Optional;

/**
 * A brand's accent for what has no stylesheet, such as mails.
 *
 * @param accent of buttons, in light and dark
 * @param onAccent of the text on them
 * @param link of links and edges on light ground
 * @param linkDark the same on dark ground
 */
public record BrandColors(String accent, String onAccent, String link, String linkDark) {

    /** Returns the colours that pages of the brand show, or nothing of a brand without an accent. */
    public static Optional<BrandColors> of(Brand brand) {
        if (brand.accentColor() == null) {
            return Optional.empty();
        }
        Shades light = new Shades(brand, Ground.LIGHT);
        Shades dark = new Shades(brand, Ground.DARK);
        return Optional.of(new BrandColors(
                light.accent().hex(),
                light.onAccent().hex(),
                light.link().hex(),
                dark.link().hex()));
    }
}
