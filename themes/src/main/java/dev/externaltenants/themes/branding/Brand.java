package dev.externaltenants.themes.branding;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The look of a tenant's pages. Every property may be missing: then the tenant's brand says it instead of a theme, and
 * what neither says is neutral. The fields are those of Microsoft's company branding for external tenants, without custom
 * CSS, which new tenants do not get there either.
 *
 * @param accentColor of buttons and links, such as {@code #0f6b62}
 * @param backgroundColor behind the card, also while the picture loads
 * @param cornerRadius in pixels
 * @param privacyLink whether the footer shows the link, if it has a URL; so {@code termsLink}
 * @param texts in languages without their own
 * @param localizations by language, as the tenant's languages are called
 * @param images by kind
 */
public record Brand(
        String accentColor,
        String backgroundColor,
        Integer cornerRadius,
        Layout layout,
        Alignment alignment,
        Boolean header,
        Boolean footer,
        Boolean privacyLink,
        Boolean termsLink,
        BrandTexts texts,
        Map<String, BrandTexts> localizations,
        Map<ImageKind, BrandImage> images) {

    /** A brand that says nothing. */
    public static final Brand NEUTRAL =
            new Brand(null, null, null, null, null, null, null, null, null, null, null, null);

    public Brand {
        texts = texts == null ? BrandTexts.NONE : texts;
        localizations = localizations == null ? Map.of() : Map.copyOf(localizations);
        images = images == null ? null : Map.copyOf(images);
    }

    /** Whether the background fills the page, or half of it beside the card. */
    public enum Layout {
        @JsonProperty("full")
        FULL,
        @JsonProperty("partial")
        PARTIAL;

        /** Returns it as in JSON. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where the card stands. */
    public enum Alignment {
        @JsonProperty("center")
        CENTER,
        @JsonProperty("end")
        END;

        /** Returns it as in JSON. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the pictures, none where they were not said. */
    Map<ImageKind, BrandImage> pictures() {
        return images == null ? Map.of() : images;
    }

    public Optional<BrandImage> image(ImageKind kind) {
        return Optional.ofNullable(pictures().get(kind));
    }

    Brand withImages(Map<ImageKind, BrandImage> other) {
        return new Brand(
                accentColor,
                backgroundColor,
                cornerRadius,
                layout,
                alignment,
                header,
                footer,
                privacyLink,
                termsLink,
                texts,
                localizations,
                other);
    }

    /** Returns its look alone. */
    Brand withoutWords() {
        return new Brand(
                accentColor,
                backgroundColor,
                cornerRadius,
                layout,
                alignment,
                header,
                footer,
                privacyLink,
                termsLink,
                BrandTexts.NONE,
                Map.of(),
                images);
    }

    /** Fills what is missing here by what the other says; of texts, what this one says in any language comes first. */
    Brand orElse(Brand other, String language) {
        Map<ImageKind, BrandImage> all = new EnumMap<>(ImageKind.class);
        all.putAll(other.pictures());
        all.putAll(pictures());
        return new Brand(
                first(accentColor, other.accentColor),
                first(backgroundColor, other.backgroundColor),
                first(cornerRadius, other.cornerRadius),
                first(layout, other.layout),
                first(alignment, other.alignment),
                first(header, other.header),
                first(footer, other.footer),
                first(privacyLink, other.privacyLink),
                first(termsLink, other.termsLink),
                textsIn(language).orElse(other.textsIn(language)),
                Map.of(),
                all);
    }

    private BrandTexts textsIn(String language) {
        return localizations.getOrDefault(language, BrandTexts.NONE).orElse(texts);
    }

    static <T> T first(T one, T other) {
        return one == null ? other : one;
    }
}
