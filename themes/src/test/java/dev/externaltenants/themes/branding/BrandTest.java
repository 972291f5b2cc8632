package dev.externaltenants.themes.branding;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a theme leaves out the tenant's brand says, each property and each text by itself. */
final class BrandTest {

    private static final BrandImage ICON = new BrandImage("0".repeat(32), "image/png", 32, 32);
    private static final BrandImage LOGO = new BrandImage("1".repeat(32), "image/png", 240, 36);

    @Test
    void eachPropertyFallsBackByItself() {
        Brand theme = brand("#111111", null, Map.of(), Map.of(ImageKind.FAVICON, ICON));
        Brand tenant = brand("#222222", 4, Map.of(), Map.of(ImageKind.FAVICON, LOGO, ImageKind.BANNER_LOGO, LOGO));

        Brand shown = theme.orElse(tenant, "en");

        assertThat(shown.accentColor()).isEqualTo("#111111");
        assertThat(shown.cornerRadius()).isEqualTo(4);
        assertThat(shown.image(ImageKind.FAVICON)).contains(ICON);
        assertThat(shown.image(ImageKind.BANNER_LOGO)).contains(LOGO);
        assertThat(shown.layout()).isNull();
    }

    @Test
    void textsComeFirstInTheThemesLanguageAndLastFromTheTenant() {
        Brand theme = brand(null, null, Map.of("de", texts("Thema deutsch", null)), null);
        Brand tenant = brand(null, null, Map.of("de", texts("Mandant deutsch", "Mandant Hinweis")), null);

        assertThat(theme.orElse(tenant, "de").texts().signInText()).isEqualTo("Thema deutsch");
        assertThat(theme.orElse(tenant, "de").texts().usernameHint()).isEqualTo("Mandant Hinweis");
        assertThat(theme.orElse(tenant, "fr").texts().signInText()).isNull();
        assertThat(theme.orElse(brand(null, null, Map.of(), null), "de").texts().usernameHint())
                .isNull();
    }

    @Test
    void whatIsPublishedTwiceLeavesWhatWasBeforeToRollBackTo() {
        Brand before = brand("#111111", null, Map.of(), Map.of());
        Brand now = brand("#222222", null, Map.of(), Map.of());

        StoredBrand published = StoredBrand.named("summer")
                .withPublished(before, 1)
                .withPublished(now, 2)
                .withPublished(now, 3);

        assertThat(published.previous()).isEqualTo(before);
        assertThat(published.shown()).isEqualTo(now);
    }

    private static BrandTexts texts(String signIn, String hint) {
        return new BrandTexts(hint, signIn, null, null, null, null, null, null);
    }

    private static Brand brand(
            String accent, Integer radius, Map<String, BrandTexts> languages, Map<ImageKind, BrandImage> images) {
        return new Brand(accent, null, radius, null, null, null, null, null, null, null, languages, images);
    }
}
