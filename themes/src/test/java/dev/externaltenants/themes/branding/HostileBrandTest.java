package dev.externaltenants.themes.branding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.externaltenants.userflow.TenantException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A hundred hostile values in every field: each is refused with the field, or comes out as text. */
final class HostileBrandTest {

    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "<ScRiPt src=//attacker.example/x.js></ScRiPt>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<math><mtext><script>alert(1)</script>",
            "<iframe src=javascript:alert(1)>",
            "<object data=javascript:alert(1)>",
            "<embed src=//attacker.example>",
            "<base href=//attacker.example/>",
            "<meta http-equiv=refresh content=0;url=//attacker.example>",
            "<link rel=stylesheet href=//attacker.example>",
            "<style>*{display:none}</style>",
            "</style><script>alert(1)</script>",
            "</title><script>alert(1)</script>",
            "</textarea><script>alert(1)</script>",
            "--><script>alert(1)</script><!--",
            "]]><script>alert(1)</script>",
            "<form action=//attacker.example><input name=password>",
            "<input autofocus onfocus=alert(1)>",
            "<details open ontoggle=alert(1)>",
            "<video><source onerror=alert(1)>",
            "<body onload=alert(1)>",
            "<a href=javascript:alert(1)>x</a>",
            "\"onmouseover=\"alert(1)",
            "' onmouseover='alert(1)",
            "` onmouseover=alert(1)",
            "\"><script>alert(1)</script>",
            "'><svg/onload=alert(1)>",
            "x\" autofocus onfocus=alert(1) a=\"",
            "\\\"><script>alert(1)</script>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;script&#62;",
            "&#x3c;img src=x onerror=alert(1)&#x3e;",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "\\u003cscript\\u003ealert(1)",
            "+ADw-script+AD4-alert(1)",
            "${7*7}",
            "#{7*7}",
            "[=7*7]",
            "<#assign x=1>",
            "<@x/>",
            "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
            "{{7*7}}",
            "<%= 7*7 %>",
            "[x](javascript:alert(1))",
            "[x](JAVASCRIPT:alert(1))",
            "[x](java\tscript:alert(1))",
            "[x](data:text/html,<script>alert(1)</script>)",
            "[x](vbscript:x)",
            "[x](file:///etc/passwd)",
            "[x](http://attacker.example)",
            "[x](//attacker.example)",
            "[x](https:attacker.example)",
            "[x](https://user:pw@attacker.example)",
            "[x](https://a.example\"onclick=\"alert(1))",
            "[x](https://a.example'onclick='alert(1))",
            "[x](https://a.example><script>)",
            "[<script>alert(1)</script>](https://a.example)",
            "[**<b>**](https://a.example)",
            "**<script>alert(1)</script>**",
            "++<svg/onload=alert(1)>++",
            "_<img src=x onerror=alert(1)>_",
            "[x]( https://a.example)",
            "![x](https://a.example)");

    private static final List<String> STYLES = List.of(
            "red;}body{display:none",
            "#000;background:url(//attacker.example)",
            "#000}</style><script>alert(1)</script>",
            "url(javascript:alert(1))",
            "url(\"//attacker.example\")",
            "expression(alert(1))",
            "-moz-binding:url(//x)",
            "behavior:url(//x)",
            "@import '//attacker.example'",
            "var(--xt-color-text)",
            "env(x)",
            "calc(1px)",
            "attr(value)",
            "#12",
            "#1234567",
            "#ggg",
            "0x000000",
            "rgb(0,0,0)",
            "currentColor",
            "inherit",
            "/**/#000",
            "#000/**/",
            "#0\\30 0",
            "\\23 000",
            "#000\n}");

    private static final List<String> ADDRESSES = List.of(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html;base64,PHNjcmlwdD4=",
            "vbscript:x",
            "file:///etc/passwd",
            "http://attacker.example",
            "//attacker.example",
            "https:attacker.example",
            "https://user@attacker.example",
            "https://a.example\\@attacker.example",
            "https://a.example/\"><script>alert(1)</script>",
            "https://a.example/' onclick='alert(1)",
            "https://a.example/\r\nSet-Cookie: a=b",
            "https://аррӏе.example",
            "about:blank",
            "blob:https://a.example/x");

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
        return Stream.of(TEXTS, STYLES, ADDRESSES).flatMap(List::stream);
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

        assertThat(refusedField(brand).or(() -> Optional.of("none")).get())
                .isEqualTo(value.matches("[a-zA-Z]{2,8}") ? "none" : "localizations");
    }

    /** The others are text, which templates escape; this one is HTML when they get it. */
    @ParameterizedTest
    @MethodSource("values")
    void theSignInTextRefusesOrEscapesIt(String value) {
        Optional<String> refused = refusedField(saying("signInText", value));

        String html = SafeMarkdown.html(value);
        String withoutOurs = html.replaceAll("</?(strong|em|u)>|<br>|</a>", "")
                .replaceAll("<a href=\"https://a\\.example\" rel=\"noopener noreferrer\">", "");
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

    private static Brand saying(String field, String text) {
        BrandTexts texts = FIELDS.get(field).apply(BrandTexts.NONE, text);
        return new Brand(null, null, null, null, null, null, null, null, null, texts, null, null);
    }

    private static Optional<String> refusedField(Brand brand) {
        try {
            BrandRules.check(brand);
            return Optional.empty();
        } catch (TenantException refused) {
            return Optional.of(refused.field());
        }
    }
}
