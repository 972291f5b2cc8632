package dev.externaltenants.themes.branding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a brand's colours set, in light and dark, by the names that {@code css/xt.css} types; what it leaves out is not set. */
final class Palette {

    static final String CANVAS = "--xt-color-canvas";
    static final String ACCENT = "--xt-color-accent";
    static final String LINK = "--xt-color-link";

    private final Brand brand;

    Palette(Brand brand) {
        this.brand = brand;
    }

    Map<String, String> light() {
        return properties(new Shades(brand, Ground.LIGHT));
    }

    Map<String, String> dark() {
        Shades shades = new Shades(brand, Ground.DARK);
        Map<String, String> properties = properties(shades);
        // The logo on it was drawn for it; of others we know that they are drawn for white paper, mostly.
        if (brand.backgroundColor() != null && shades.canvas().equals(Color.of(brand.backgroundColor()))) {
            properties.put("--xt-color-logo", shades.canvas().hex());
        }
        return properties;
    }

    private Map<String, String> properties(Shades shades) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (brand.accentColor() != null) {
            properties.put(ACCENT, shades.accent().hex());
            properties.put("--xt-color-accent-strong", shades.accentStrong().hex());
            properties.put("--xt-color-on-accent", shades.onAccent().hex());
            properties.put(LINK, shades.link().hex());
            properties.put("--xt-color-link-strong", shades.linkStrong().hex());
        }
        if (brand.backgroundColor() != null) {
            properties.put(CANVAS, shades.canvas().hex());
            properties.put("--xt-color-on-canvas", shades.onCanvas().hex());
            properties.put("--xt-color-on-canvas-muted", shades.mutedOnCanvas().hex());
        }
        if (!properties.isEmpty()) {
            properties.put("--xt-color-on-canvas-focus", shades.focusOnCanvas().hex());
        }
        return properties;
    }

    /** Returns where the light pages, which are a brand's first, show another colour than they else would. */
    List<BrandWarning> warnings() {
        Shades shades = new Shades(brand, Ground.LIGHT);
        List<BrandWarning> warnings = new ArrayList<>();
        if (!shades.link().equals(shades.accent())) {
            warnings.add(new BrandWarning(
                    "accentColor",
                    shades.link().hex(),
                    BrandWarning.unreadable(shades.accent(), Ground.LIGHT.surface(), Contrast.TEXT)
                            + " Links, ticks and edges on the card are shown in %s; buttons are %s with text in %s."
                                    .formatted(
                                            shades.link().hex(),
                                            shades.accent().hex(),
                                            shades.onAccent().hex())));
        }
        if (!shades.mutedOnCanvas().equals(Ground.LIGHT.muted())) {
            warnings.add(new BrandWarning(
                    "backgroundColor",
                    shades.mutedOnCanvas().hex(),
                    BrandWarning.unreadable(Ground.LIGHT.muted(), shades.canvas(), Contrast.TEXT)
                            + " The languages and the links to privacy and terms on it are shown in %s, the tenant's name in %s."
                                    .formatted(
                                            shades.mutedOnCanvas().hex(),
                                            shades.onCanvas().hex())));
        }
        if (!shades.focusOnCanvas().equals(shades.link())) {
            warnings.add(new BrandWarning(
                    brand.backgroundColor() == null ? "accentColor" : "backgroundColor",
                    shades.focusOnCanvas().hex(),
                    BrandWarning.unreadable(shades.link(), shades.canvas(), Contrast.EDGE)
                            + " The ring around a link on the page that has the focus is shown in %s."
                                    .formatted(shades.focusOnCanvas().hex())));
        }
        return List.copyOf(warnings);
    }
}
