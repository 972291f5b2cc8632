package dev.externaltenants.themes.branding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

import dev.externaltenants.themes.language.SpokenLanguages;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.input.Characters;

/** What a brand may say; the figures are those of Microsoft's page of branding elements. */
final class BrandRules {

    private static final int MAX_HINT = 64;
    private static final int MAX_SIGN_IN_TEXT = 1024;
    private static final int MAX_LINK_TEXT = 256;
    private static final int MAX_RADIUS = 32;

    private static final Pattern THEME_NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]{0,63})");

    /** As it stands, and as far as it can be written as a name. */
    private static final Pattern RESERVED_NAME = Pattern.compile("default[ _-]?(?:theme)?");

    /** What a program would take for an address or a tag. */
    private static final Pattern LINK_OR_CODE = Pattern.compile("(?i)[<>]|://|\\bwww\\.|\\]\\(|javascript:|data:");

    private BrandRules() {}

    /** @throws TenantException {@code xt_theme_name_reserved}, {@code xt_theme_name_invalid} */
    static void checkThemeName(String name) {
        if (name != null && RESERVED_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw TenantException.invalid(
                    "xt_theme_name_reserved", "name", "This name is kept for the tenant's own brand: …/branding.");
        }
        if (name == null || !THEME_NAME.matcher(name).matches()) {
            throw TenantException.invalid(
                    "xt_theme_name_invalid", "name", "1 to 64 letters, digits, _ or -, and none of these two first.");
        }
    }

    /**
     * Refuses what no brand may say, whatever its images.
     *
     * @param languages tags of those that pages have
     * @throws TenantException what is wrong with the first field that is wrong
     */
    static void check(Brand brand, List<String> languages) {
        checkColor("accentColor", brand.accentColor());
        checkColor("backgroundColor", brand.backgroundColor());
        Integer radius = brand.cornerRadius();
        if (radius != null && (radius < 0 || radius > MAX_RADIUS)) {
            throw TenantException.invalid(
                    "xt_branding_radius_invalid", "cornerRadius", "Pixels, from 0 to " + MAX_RADIUS + ".");
        }
        checkTexts("texts", brand.texts());
        new TreeMap<>(brand.localizations()).forEach((tag, texts) -> {
            String path = "localizations." + tag;
            checkLanguage(path, tag, languages);
            checkTexts(path, texts);
        });
    }

    /** Texts of a language that no page has would never be shown. */
    private static void checkLanguage(String field, String tag, List<String> languages) {
        if (!languages.contains(tag)) {
            String closest = SpokenLanguages.of(languages.stream())
                    .closest(tag)
                    .map(language -> " Who asks for it gets " + language.toLanguageTag() + ".")
                    .orElse("");
            throw TenantException.invalid(
                    "xt_branding_language_invalid", field, "Our pages have no such language." + closest);
        }
    }

    private static void checkColor(String field, String color) {
        if (color != null && Color.parse(color).isEmpty()) {
            throw TenantException.invalid("xt_branding_color_invalid", field, "A colour as #rgb or #rrggbb.");
        }
    }

    private static void checkTexts(String path, BrandTexts texts) {
        checkText(path + ".usernameHint", texts.usernameHint(), MAX_HINT, Characters::isForbidden);
        checkHint(path + ".usernameHint", texts.usernameHint());
        checkText(path + ".signInText", texts.signInText(), MAX_SIGN_IN_TEXT, BrandRules::isForbiddenButALine);
        checkLinks(path + ".signInText", texts.signInText());
        checkText(path + ".privacyText", texts.privacyText(), MAX_LINK_TEXT, Characters::isForbidden);
        checkUrl(path + ".privacyUrl", texts.privacyUrl());
        checkText(path + ".termsText", texts.termsText(), MAX_LINK_TEXT, Characters::isForbidden);
        checkUrl(path + ".termsUrl", texts.termsUrl());
        checkText(path + ".resetText", texts.resetText(), MAX_LINK_TEXT, Characters::isForbidden);
        checkUrl(path + ".resetUrl", texts.resetUrl());
    }

    private static void checkText(String field, String text, int most, IntPredicate refused) {
        if (text != null
                && (text.isBlank()
                        || text.codePointCount(0, text.length()) > most
                        || text.codePoints().anyMatch(refused))) {
            throw TenantException.invalid(
                    "xt_branding_text_invalid",
                    field,
                    "1 to " + most + " characters, none of which controls how others are shown.");
        }
    }

    private static void checkHint(String field, String hint) {
        if (hint != null && LINK_OR_CODE.matcher(hint).find()) {
            throw TenantException.invalid("xt_branding_hint_invalid", field, "Text without links and code.");
        }
    }

    private static void checkLinks(String field, String text) {
        Optional.ofNullable(text).flatMap(SafeMarkdown::refusedLink).ifPresent(url -> {
            throw TenantException.invalid("xt_branding_url_invalid", field, "Of each link: " + LinkUrl.RULE);
        });
    }

    private static void checkUrl(String field, String url) {
        if (url != null && !LinkUrl.isAllowed(url)) {
            throw TenantException.invalid("xt_branding_url_invalid", field, LinkUrl.RULE);
        }
    }

    private static boolean isForbiddenButALine(int point) {
        return point != '\n' && point != '\r' && Characters.isForbidden(point);
    }

    /** Images of a new draft are those that the brand has, so that nobody names a file that was never checked for it. */
    static void checkImages(StoredBrand stored, Brand draft) {
        draft.pictures().forEach((kind, image) -> {
            boolean known = stored.images(kind).anyMatch(image::equals);
            if (!known) {
                throw TenantException.invalid(
                        "xt_branding_image_unknown",
                        "images." + kind.key(),
                        "An image as this brand has it, or had it in what was published last; upload another one.");
            }
        });
    }
}
