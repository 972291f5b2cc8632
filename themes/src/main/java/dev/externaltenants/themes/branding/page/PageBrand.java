package dev.externaltenants.themes.branding.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.externaltenants.themes.branding.Brand;
import dev.externaltenants.themes.branding.BrandColors;
import dev.externaltenants.themes.branding.BrandImage;
import dev.externaltenants.themes.branding.BrandTexts;
import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.branding.FileAddress;
import dev.externaltenants.themes.branding.ImageKind;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What a template needs of a brand, in the language of the page; what is absent is neutral. */
final class PageBrand {

    private static final List<ImageKind> LOGOS =
            List.of(ImageKind.HEADER_LOGO, ImageKind.BANNER_LOGO, ImageKind.SQUARE_LOGO, ImageKind.SQUARE_LOGO_DARK);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Brand brand;

    private PageBrand(KeycloakSession session, RealmModel realm, Brand brand) {
        this.session = session;
        this.realm = realm;
        this.brand = brand;
    }

    /** @param markdown makes HTML of the brand's text */
    static Map<String, Object> of(
            KeycloakSession session, RealmModel realm, Brand shown, UnaryOperator<String> markdown) {
        return new PageBrand(session, realm, shown).attributes(markdown);
    }

    /** What a mail needs: it knows no stylesheet, and is read far from our host. */
    static Map<String, Object> ofMail(KeycloakSession session, RealmModel realm, ClientModel app, Locale locale) {
        Brand shown = BrandingProvider.of(session).shown(realm, app, locale.toLanguageTag());
        return new PageBrand(session, realm, shown).mailAttributes();
    }

    private Map<String, Object> attributes(UnaryOperator<String> markdown) {
        String files = FileAddress.of(session, realm);
        BrandTexts texts = brand.texts();
        Map<String, Object> attributes = new HashMap<>();
        BrandingProvider.of(session)
                .stylesheet(realm, brand)
                .ifPresent(css -> attributes.put("stylesheet", files + css.hash() + "/brand.css"));
        brand.image(ImageKind.FAVICON)
                .ifPresent(icon -> attributes.put("favicon", url(files, ImageKind.FAVICON, icon)));
        for (ImageKind kind : LOGOS) {
            brand.image(kind).ifPresent(logo -> attributes.put(kind.key(), picture(url(files, kind, logo), logo)));
        }
        attributes.put(
                "layout",
                Objects.requireNonNullElse(brand.layout(), Brand.Layout.FULL).toString());
        attributes.put("background", brand.image(ImageKind.BACKGROUND).isPresent());
        attributes.put(
                "alignment",
                Objects.requireNonNullElse(brand.alignment(), Brand.Alignment.CENTER)
                        .toString());
        attributes.put("header", Boolean.TRUE.equals(brand.header()));
        attributes.put("footer", hasFooter());
        putLinks(attributes);
        attributes.put("tenantName", tenantName());
        put(attributes, "signInText", texts.signInText() == null ? null : markdown.apply(texts.signInText()));
        put(attributes, "usernameHint", texts.usernameHint());
        put(attributes, "resetText", texts.resetText());
        put(attributes, "resetUrl", texts.resetUrl());
        return attributes;
    }

    private Map<String, Object> mailAttributes() {
        Map<String, Object> attributes = new HashMap<>();
        if (hasFooter()) {
            putLinks(attributes);
        }
        attributes.put("tenantName", tenantName());
        BrandColors.of(brand).ifPresent(colors -> {
            attributes.put("accent", colors.accent());
            attributes.put("onAccent", colors.onAccent());
            attributes.put("accentDark", colors.accent());
            attributes.put("onAccentDark", colors.onAccent());
            attributes.put("link", colors.link());
            attributes.put("linkDark", colors.linkDark());
        });
        brand.image(ImageKind.BANNER_LOGO).ifPresent(logo -> FileAddress.whole(session, realm)
                .ifPresent(
                        files -> attributes.put("bannerLogo", picture(url(files, ImageKind.BANNER_LOGO, logo), logo))));
        return attributes;
    }

    private boolean hasFooter() {
        return !Boolean.FALSE.equals(brand.footer());
    }

    private void putLinks(Map<String, Object> attributes) {
        BrandTexts texts = brand.texts();
        link(brand.privacyLink(), texts.privacyText(), texts.privacyUrl())
                .ifPresent(link -> attributes.put("privacy", link));
        link(brand.termsLink(), texts.termsText(), texts.termsUrl()).ifPresent(link -> attributes.put("terms", link));
    }

    private static Map<String, Object> picture(String url, BrandImage image) {
        return Map.of("url", url, "width", image.width(), "height", image.height());
    }

    private static String url(String files, ImageKind kind, BrandImage image) {
        return files + image.hash() + "/" + image.fileName(kind);
    }

    private static Optional<Map<String, String>> link(Boolean isShown, String text, String url) {
        if (url == null || Boolean.FALSE.equals(isShown)) {
            return Optional.empty();
        }
        return Optional.of(text == null ? Map.of("url", url) : Map.of("url", url, "text", text));
    }

    private String tenantName() {
        String displayed = realm.getDisplayName();
        return displayed == null || displayed.isBlank() ? realm.getName() : displayed;
    }

    private static void put(Map<String, Object> attributes, String key, String value) {
        if (value != null) {
            attributes.put(key, value);
        }
    }
}
