package dev.externaltenants.themes.branding;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class StylesheetTest {

    private static final String FILES = "/realms/contoso/xt-brand/";

    @Test
    void setsPropertiesInLightAndDark() {
        String css = css(brand("#0f6b62", 12, null));

        assertThat(css)
                .startsWith(":root{--xt-color-accent:#0f6b62;")
                .contains("--xt-radius:12px}")
                .contains("@media (prefers-color-scheme:dark){:root:not(.xt-light){--xt-color-accent:#");
    }

    @Test
    void namesTheBackgroundByAPathThatHoldsAnywhere() {
        BrandImage image = new BrandImage("ab".repeat(16), "image/jpeg", 1920, 1080);

        assertThat(css(brand(null, null, Map.of(ImageKind.BACKGROUND, image))))
                .isEqualTo(":root{--xt-background:url(\"" + FILES + "ab".repeat(16) + "/background.jpg\")}");
    }

    @Test
    void aBrandThatSaysNothingHasNone() {
        assertThat(Stylesheet.of(Brand.NEUTRAL, FILES)).isEmpty();
    }

    @Test
    void theSameBrandHasTheSameAddress() {
        assertThat(Stylesheet.of(brand("#0f6b62", 1, null), FILES).orElseThrow().hash())
                .isEqualTo(Stylesheet.of(brand("#0f6b62", 1, null), FILES)
                        .orElseThrow()
                        .hash())
                .isNotEqualTo(Stylesheet.of(brand("#0f6b62", 2, null), FILES)
                        .orElseThrow()
                        .hash());
    }

    private static String css(Brand brand) {
        return new String(Stylesheet.of(brand, FILES).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    private static Brand brand(String accent, Integer radius, Map<ImageKind, BrandImage> images) {
        return new Brand(accent, null, radius, null, null, null, null, null, null, null, null, images);
    }
}
