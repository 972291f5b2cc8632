package dev.externaltenants.themes.branding;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The custom properties of a brand that {@code css/xt.css} types. Each value is written here from a checked number, colour
 * or hash, none is text of the tenant's.
 */
final class Stylesheet {

    static final String TYPE = "text/css;charset=utf-8";

    private Stylesheet() {}

    /**
     * Returns the stylesheet, or nothing of a brand that changes nothing by one.
     *
     * @param shown with the brand that it falls back to filled in
     * @param files where files of the realm's brands are, such as {@code /realms/contoso/xt-brand/}
     */
    static Optional<BrandFile> of(Brand shown, String files) {
        Palette palette = new Palette(shown);
        Map<String, String> root = new LinkedHashMap<>(palette.light());
        if (shown.cornerRadius() != null) {
            root.put("--xt-radius", shown.cornerRadius() + "px");
        }
        BrandImage background = shown.pictures().get(ImageKind.BACKGROUND);
        if (background != null) {
            root.put(
                    "--xt-background",
                    "url(\"" + files + background.hash() + "/" + background.fileName(ImageKind.BACKGROUND) + "\")");
        }
        if (root.isEmpty()) {
            return Optional.empty();
        }
        // Where a page is light for good, as a printed one, it stays so.
        String css = rule(":root", root) + dark(palette.dark());
        byte[] content = css.getBytes(StandardCharsets.UTF_8);
        return Optional.of(BrandFile.of(TYPE, content));
    }

    /** Returns the brand with nothing but what its stylesheet says, so that brands that look alike have the same. */
    static Brand look(Brand shown) {
        Map<ImageKind, BrandImage> images = shown.image(ImageKind.BACKGROUND)
                .map(background -> Map.of(ImageKind.BACKGROUND, background))
                .orElse(Map.of());
        return new Brand(
                shown.accentColor(),
                shown.backgroundColor(),
                shown.cornerRadius(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                images);
    }

    private static String dark(Map<String, String> properties) {
        return properties.isEmpty()
                ? ""
                : "@media (prefers-color-scheme:dark){" + rule(":root:not(.xt-light)", properties) + "}";
    }

    private static String rule(String selector, Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> property.getKey() + ":" + property.getValue())
                .collect(Collectors.joining(";", selector + "{", "}"));
    }
}
