package dev.externaltenants.themes.branding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.externaltenants.userflow.TenantException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.util.JsonSerialization;

import static org.assertj.core.api.Assertions.assertThat;

/** A hundred hostile values in every field: each is refused with the field, or comes out as text. */
final class HostileBrandTest {

    /** By what they are after; the end-to-end test of the same values on pages and mails reads them here, too. */
    private static final Map<String, List<String>> HOSTILE = read();

    private static final Map<String, BiFunction<BrandTexts, String, BrandTexts>> FIELDS = Map.of(
            "usernameHint",
            (texts, said) -> new BrandTexts(said, null, null, null, null, null, null, null),
            "signInText",
            (texts, said) -> new BrandTexts(null, said, null, null, null, null, null, null),
            "privacyText",
            (texts, said) -> new BrandTexts(null, null, said, null, null, null, null, null),
            "privacyUrl",
            (texts, said) -> new BrandTexts(null, null, null, said, null, null, null, null),
            "termsText",
            (texts, said) -> new BrandTexts(null, null, null, null, said, null, null, null),
            "termsUrl",
            (texts, said) -> new BrandTexts(null, null, null, null, null, said, null, null),
            "resetText",
            (texts, said) -> new BrandTexts(null, null, null, null, null, null, said, null),
            "resetUrl",
            (texts, said) -> new BrandTexts(null, null, null, null, null, null, null, said));

    static Stream<String> values() {
        return HOSTILE.values().stream().flatMap(List::stream);
    }

    @Test
    void areAHundredAndMore() {
        assertThat(values().distinct()).hasSizeGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("values")
    void noColorTakesIt(String value) {
        assertThat(refusedField(new Brand(value, null, null, null, null, null, null, null, null, null, null, null)))
                .contains("accentColor");
        assertThat(refusedField(new Brand(null, value, null, null, null, null, null, null, null, null, null, null)))
                .contains("backgroundColor");
    }

    @ParameterizedTest
    @MethodSource("values")
    void noAddressTakesIt(String value) {
        for (String field : List.of("privacyUrl", "termsUrl", "resetUrl")) {
            assertThat(refusedField(saying(field, value))).contains("texts." + field);
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void noLanguageTakesIt(String value) {
        Brand brand = new Brand(
                null, null, null, null, null, null, null, null, null, null, Map.of(value, BrandTexts.NONE), null);

        assertThat(refusedField(brand)).contains("localizations." + value);
    }

    /** The others are text, which templates escape; this one is HTML when they get it. */
    @ParameterizedTest
    @MethodSource("values")
    void theSignInTextRefusesOrEscapesIt(String value) {
        Optional<String> refused = refusedField(saying("signInText", value));

        String html = SafeMarkdown.html(value);
        String withoutOurs = html.replaceAll("</?(strong|em|u)>|<br>|</a>", "")
                .replaceAll("<a href=\"https://a\\.example\" target=\"_blank\" rel=\"noopener noreferrer\">", "");
        assertThat(withoutOurs).doesNotContain("<", ">", "\"", "'");
        assertThat(refused.orElse("texts.signInText")).isEqualTo("texts.signInText");
    }

    @ParameterizedTest
    @MethodSource("values")
    void theStylesheetNeverHoldsIt(String value) {
        Function<String, Brand> brand = color -> new Brand(
                color,
                color,
                3,
                null,
                null,
                true,
                true,
                true,
                true,
                saying("signInText", value).texts(),
                null,
                null);

        String css = new String(
                Stylesheet.of(brand.apply("#0f6b62"), "/realms/x/xt-brand/")
                        .orElseThrow()
                        .content(),
                StandardCharsets.UTF_8);

        assertThat(css).matches("[-:#a-z0-9{};@()._, ]+").doesNotContain("url(");
    }

    private static Map<String, List<String>> read() {
        try (InputStream values = HostileBrandTest.class.getResourceAsStream("/hostile-values.json")) {
            return JsonSerialization.readValue(values, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Brand saying(String field, String text) {
        BrandTexts texts = FIELDS.get(field).apply(BrandTexts.NONE, text);
        return new Brand(null, null, null, null, null, null, null, null, null, texts, null, null);
    }

    private static Optional<String> refusedField(Brand brand) {
        try {
            BrandRules.check(brand, List.of("de", "en"));
            return Optional.empty();
        } catch (TenantException refused) {
            return Optional.of(refused.field());
        }
    }
}
