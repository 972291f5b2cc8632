package dev.externaltenants.themes.branding;

import java.util.Map;
import java.util.Optional;

/** A brand's accent for what has no stylesheet, such as mails: on light and on dark ground, and text on it. */
public record BrandColors(String accent, String onAccent, String accentDark, String onAccentDark) {

    /** Returns the colours that pages of the brand show, or nothing of a brand without an accent. */
    public static Optional<BrandColors> of(Brand brand) {
        if (brand.accentColor() == null) {
            return Optional.empty();
        }
        Map<String, String> light = new Palette(brand).light();
        Map<String, String> dark = new Palette(brand).dark();
        return Optional.of(new BrandColors(
                light.get(Palette.ACCENT),
                light.get(Palette.ON_ACCENT),
                dark.get(Palette.ACCENT),
                dark.get(Palette.ON_ACCENT)));
    }
}
