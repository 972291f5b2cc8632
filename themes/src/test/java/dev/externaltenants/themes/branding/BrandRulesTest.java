package dev.externaltenants.themes.branding;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The limits of Microsoft's page of branding elements, and what no field may hold. */
final class BrandRulesTest {

    private static final List<String> PAGES = List.of("de", "en", "pt", "pt-BR", "zh-Hans", "zh-Hant");

    @ParameterizedTest
    @CsvSource({"usernameHint, 64", "signInText, 1024", "privacyText, 256", "termsText, 256", "resetText, 256"})
    void textsEndAtTheirLimit(String field, int most) {
        assertThatCode(() -> BrandRules.check(saying(field, "x".repeat(most)), PAGES))
                .doesNotThrowAnyException();

        TenantException refused = refusal(saying(field, "x".repeat(most + 1)));

        assertThat(refused.code()).isEqualTo("xt_branding_text_invalid");
        assertThat(refused.field()).isEqualTo("texts." + field);
    }

    /** A character of another script counts as one, however it is stored. */
    @Test
    void countsCharactersAndNotHalves() {
        assertThatCode(() -> BrandRules.check(saying("usernameHint", "😀".repeat(64)), PAGES))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"usernameHint", "signInText", "privacyText", "termsText", "resetText"})
    void noTextTurnsOthersAround(String field) {
        for (String hostile : new String[] {"\u202Etxt", "a\u2066b", "a\u0007b", "a\u2028b", "a\ud800b", " ", ""}) {
            assertThat(refusal(saying(field, hostile)).field()).isEqualTo("texts." + field);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://attacker.example",
                "HTTP://attacker.example",
                "see www.attacker.example",
                "<b>",
                "a > b",
                "[x](y)",
                "javascript:alert(1)",
                "data:text/html,x",
                "one\ntwo"
            })
    void theHintIsPlainText(String hint) {
        assertThat(refusal(saying("usernameHint", hint)).field()).isEqualTo("texts.usernameHint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://a.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "//a.example",
                "/relative",
                "https:/a",
                "https://",
                "https://user@a.example",
                "https://user:pw@a.example",
                "https://a.example/ä",
                "https://a.example/\"onclick=\"x",
                "https://a.example/<b>",
                "https://a.example/a b",
                " https://a.example",
                "https://a.example\n",
                "ftp://a.example",
                "https:javascript:alert(1)",
                "https://a.example\\@b.example"
            })
    void linksAreHttps(String url) {
        for (String field : new String[] {"privacyUrl", "termsUrl", "resetUrl"}) {
            TenantException refused = refusal(saying(field, url));

            assertThat(refused.code()).isEqualTo("xt_branding_url_invalid");
            assertThat(refused.field()).isEqualTo("texts." + field);
        }
        assertThat(refusal(saying("signInText", "[x](" + (url.isEmpty() ? "x" : url) + ")"))
                        .field())
                .isEqualTo("texts.signInText");
    }

    @Test
    void addressesEndAtTheirLimit() {
        String longest = "https://a.example/" + "x".repeat(110);

        assertThatCode(() -> BrandRules.check(saying("privacyUrl", longest), PAGES))
                .doesNotThrowAnyException();
        assertThat(refusal(saying("privacyUrl", longest + "x")).code()).isEqualTo("xt_branding_url_invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "red",
                "#12345",
                "#000;}body{display:none",
                "#000}</style><script>",
                "url(https://a.example)",
                "expression(1)",
                "var(--x)",
                "#fff /* */",
                ""
            })
    void colorsAreColors(String color) {
        assertThat(refusal(colored(color, null)).field()).isEqualTo("accentColor");
        assertThat(refusal(colored(null, color)).field()).isEqualTo("backgroundColor");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 33, Integer.MAX_VALUE})
    void theRadiusHasBounds(int radius) {
        Brand brand = new Brand(null, null, radius, null, null, null, null, null, null, null, null, null);

        assertThat(refusal(brand).code()).isEqualTo("xt_branding_radius_invalid");
    }

    /** Half a pixel was once cut off without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e0", "1.0", "true", "\"4\""})
    void pixelsAreWholeNumbers(String number) {
        assertNoWholeNumber("cornerRadius", "{\"cornerRadius\":" + number + "}");
        assertNoWholeNumber("images.favicon.width", "{\"images\":{\"favicon\":{\"width\":" + number + "}}}");
        assertNoWholeNumber("images.favicon.height", "{\"images\":{\"favicon\":{\"height\":" + number + "}}}");
    }

    private static void assertNoWholeNumber(String field, String brand) {
        TenantException refused = catchThrowableOfType(TenantException.class, () -> Json.read(brand, Brand.class));

        assertThat(refused).as(field).isNotNull();
        assertThat(refused.code() + " " + refused.field()).isEqualTo("xt_invalid_value " + field);
        assertThat(refused.description()).isEqualTo("Send a whole number.");
    }

    @Test
    void aLanguageIsNamedWithItsField() {
        BrandTexts texts = new BrandTexts("x".repeat(65), null, null, null, null, null, null, null);
        Brand brand = new Brand(null, null, null, null, null, null, null, null, null, null, Map.of("de", texts), null);

        assertThat(refusal(brand).field()).isEqualTo("localizations.de.usernameHint");
    }

    /** No page would ever show it. */
    @ParameterizedTest
    @CsvSource({
        "de-DE, Our pages have no such language. Who asks for it gets de.",
        "de_DE, Our pages have no such language.",
        "DE, Our pages have no such language. Who asks for it gets de.",
        "pt_BR, Our pages have no such language.",
        "zh-TW, Our pages have no such language. Who asks for it gets zh-Hant.",
        "hi, Our pages have no such language.",
        "'', Our pages have no such language.",
        "d, Our pages have no such language.",
        "de/../en, Our pages have no such language.",
        "<b>, Our pages have no such language."
    })
    void aLanguageThatNoPageHasIsRefused(String language, String description) {
        TenantException refused =
                catchThrowableOfType(TenantException.class, () -> BrandRules.check(speaking(language), PAGES));

        assertThat(refused.code()).isEqualTo("xt_branding_language_invalid");
        assertThat(refused.field()).isEqualTo("localizations." + language);
        assertThat(refused.description()).isEqualTo(description);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "pt-BR", "zh-Hant"})
    void aLanguageOfThePagesIsTaken(String language) {
        assertThatCode(() -> BrandRules.check(speaking(language), PAGES)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Default theme, xt_theme_name_reserved",
        "default, xt_theme_name_reserved",
        "DEFAULT-THEME, xt_theme_name_reserved",
        "'', xt_theme_name_invalid",
        ", xt_theme_name_invalid",
        "a b, xt_theme_name_invalid",
        "../x, xt_theme_name_invalid",
        "-a, xt_theme_name_invalid",
        "ä, xt_theme_name_invalid"
    })
    void refusesThemeNames(String name, String code) {
        TenantException refused = catchThrowableOfType(TenantException.class, () -> BrandRules.checkThemeName(name));

        assertThat(refused.code()).isEqualTo(code);
    }

    private static Brand speaking(String language) {
        return new Brand(
                null, null, null, null, null, null, null, null, null, null, Map.of(language, BrandTexts.NONE), null);
    }

    private static TenantException refusal(Brand brand) {
        return catchThrowableOfType(TenantException.class, () -> BrandRules.check(brand, PAGES));
    }

    private static Brand colored(String accent, String background) {
        return new Brand(accent, background, null, null, null, null, null, null, null, null, null, null);
    }

    private static Brand saying(String field, String text) {
        Function<String, String> of = name -> name.equals(field) ? text : null;
        BrandTexts texts = new BrandTexts(
                of.apply("usernameHint"),
                of.apply("signInText"),
                of.apply("privacyText"),
                of.apply("privacyUrl"),
                of.apply("termsText"),
                of.apply("termsUrl"),
                of.apply("resetText"),
                of.apply("resetUrl"));
        return new Brand(null, null, null, null, null, null, null, null, null, texts, null, null);
    }
}
